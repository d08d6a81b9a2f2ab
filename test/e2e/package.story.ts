import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { makeDebianPackage } from '../../build/deb/package.mjs'
import { inProject } from '../../build/project.mjs'
import { run } from '../../build/run.mjs'

const story = test.extend<{ contents: readonly string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest learns from the pattern what a fixture needs: nothing
  contents: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'room-panel-package-'))
    const file = await makeDebianPackage({ folder, compression: 'none' })
    await use((await run('dpkg-deb', ['--contents', file])).trim().split('\n'))
    await rm(folder, { recursive: true })
  },
})

story(
  'the Debian package holds the program and the kiosk, and nothing of how they are made',
  ({ contents, expect }) => {
    const paths = contents.map((line) => line.slice(line.indexOf('./') + 1))
    expect(paths).toEqual(
      expect.arrayContaining([
        '/opt/room-panel/room-panel',
        '/opt/room-panel/resources/app.asar.unpacked/node_modules/keytar/build/Release/keytar.node',
        '/usr/bin/room-panel',
        '/usr/lib/systemd/system/room-panel.service',
        '/usr/lib/sysctl.d/60-room-panel.conf',
        '/etc/systemd/system/ctrl-alt-del.target -> /dev/null',
        '/usr/share/doc/room-panel/room-panel.cdx.json',
      ]),
    )
    expect(paths.filter((path) => /\.map$|\.tsx?$|\btests?\b|spectron/.test(path))).toEqual([])
    expect(contents.filter((line) => !line.includes(' root/root '))).toEqual([])
    // Chromium's helper works as root, and nothing else may.
    expect(contents.filter((line) => /^.{3}[sS]/.test(line)).map((line) => line.split('./')[1])).toEqual([
      'opt/room-panel/chrome-sandbox',
    ])
    expect(contents.filter((line) => /^-.{7}w/.test(line))).toEqual([])
  },
)

story('every script of the package is one that sh can read, and may be run', async ({ expect }) => {
  const folders = ['scripts', 'root/usr/bin', 'root/usr/lib/room-panel'].map((path) =>
    inProject('build', 'debian', path),
  )
  for (const folder of folders) {
    for (const name of await readdir(folder)) {
      const file = join(folder, name)
      const { mode } = await stat(file)
      if ((mode & 0o100) !== 0) await run('sh', ['-n', file])
      else expect(['environment', 'bus.conf']).toContain(name)
    }
  }
})
