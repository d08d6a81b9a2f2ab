import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { test } from 'vitest'
import { makeDebianPackage } from '../../../build/deb/package.mjs'
import { trialVersion } from '../../../build/deb/trial.mjs'
import { inProject, programFolder, programName } from '../../../build/project.mjs'
import { run } from '../../../build/run.mjs'
import { everySwitchAllowed } from '../../../build/session/program.mjs'

const story = test.extend<{ contents: readonly string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest learns from the pattern what a fixture needs: nothing
  contents: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'room-panel-package-'))
    const file = await makeDebianPackage({ version: trialVersion, folder, compression: 'none' })
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
        '/usr/share/polkit-1/rules.d/00-room-panel.rules',
        '/etc/systemd/system/ctrl-alt-del.target -> /dev/null',
        '/usr/share/doc/room-panel/room-panel.cdx.json',
        '/usr/share/doc/room-panel/docs/deploy-linux.md',
        '/usr/share/doc/room-panel/docs/adr/0018-updates-by-apt.md',
      ]),
    )
    const isAboutMaking = (path: string): boolean => /\.map$|\.tsx?$|\btests?\b|spectron/.test(path)
    expect(paths.filter(isAboutMaking)).toEqual([
      '/usr/share/doc/room-panel/docs/adr/0006-spectron-in-one-file.md',
    ])
    expect(contents.filter((line) => !line.includes(' root/root '))).toEqual([])
    // No file runs as root for the user who starts it.
    expect(contents.filter((line) => /^.{3}[sS]|^.{6}[sS]/.test(line))).toEqual([])
    // The stories' driver may start the panel with any switch; on a tablet no user may.
    expect(paths).not.toContain(`/opt/room-panel/${everySwitchAllowed}`)
    expect(contents.filter((line) => /^-.{7}w/.test(line))).toEqual([])
  },
)

/** As the fuses are written into the program. */
const on = '1'.charCodeAt(0)

story('what a stranger could start the program with is switched off in it', async ({ expect }) => {
  const wire = await getCurrentFuseWire(join(programFolder, programName))
  const isOn = (fuse: FuseV1Options) => Number(wire[fuse]) === on
  expect(
    [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ].filter(isOn),
  ).toEqual([])
  expect(
    [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ].every(isOn),
  ).toBe(true)
})

/** Read by scripts, or by others. */
const noScripts = ['environment', 'settings', 'bus.conf', 'apt.conf']
/** Parts of `room-panel-update`, which reads them before it begins. */
const parts = ['folder', 'panel', 'trial']

story('every script of the package is one that sh can read, and may be run', async ({ expect }) => {
  const folders = [
    'scripts',
    'root/usr/bin',
    'root/usr/sbin',
    'root/usr/lib/room-panel',
    'root/usr/lib/room-panel/update',
  ].map((path) => inProject('build', 'debian', path))
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true })
    for (const { name } of entries.filter((entry) => entry.isFile())) {
      const file = join(folder, name)
      const isRun = ((await stat(file)).mode & 0o100) !== 0
      if (isRun || parts.includes(name)) await run('sh', ['-n', file])
      if (!isRun) expect([...noScripts, ...parts]).toContain(name)
    }
  }
})
