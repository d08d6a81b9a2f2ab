import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleHub } from '../../../build/hub/bundle.mjs'
import { manPage } from '../../../build/hub/man-page.mjs'
import { nodeLicence } from '../../../build/hub/node-binary.mjs'
import { inProject } from '../../../build/project.mjs'
import { startPostgres } from '../../../build/services/postgres.ts'
import { parseHubConfiguration } from '../../../hub/config/hub-configuration.ts'
import { aHubConfiguration } from '../../hub/config/a-hub-configuration.ts'

const inPackage = (file: string): string => readFileSync(inProject('build', 'hub', 'root', file), 'utf8')

test('the package’s configuration is one that the hub takes', () => {
  const json: unknown = JSON.parse(inPackage('etc/room-panel-hub/config.json'))
  expect(parseHubConfiguration(json)).toMatchObject({ ok: true })
})

test('a command of root’s is kept from the same as the hub', () => {
  const units = 'usr/lib/systemd/system'
  const fences = (file: string) =>
    inPackage(`${units}/${file}`)
      .split('\n')
      .filter((line) =>
        /^(Protect|Private|Restrict|System|Device|Capab|NoNew|Lock|Limit|Remove|UMask)/.test(line),
      )
  const ofHub = fences('room-panel-hub.service')
  expect(ofHub.length).toBeGreaterThan(20)
  expect(fences('room-panel-hub-command-.service.d/as-hub.conf')).toEqual(ofHub)
})

test('the manual page has what --help prints, and nothing of it is taken for a command of the page', () => {
  const page = manPage({ version: '1.2.3', help: 'Usage:\n  hub --json\n.PP\n' })
  expect(page).toContain('.nf\nUsage:\n  hub \\-\\-json\n\\&.PP\n.fi\n')
  expect(page).toMatch(/^\.TH ROOM-PANEL-HUB 8 "" "1\.2\.3"/)
})

test('the Node that is packed has its licence beside it', () => {
  expect(readFileSync(nodeLicence(), 'utf8')).toContain('Node.js')
})

// A bundle, a database cluster and two programs take seconds each on a machine that has other work.
test(
  'the bundle runs without the checkout, with its migrations and licences',
  { timeout: 90_000 },
  async ({ onTestFinished }) => {
    const folder = await mkdtemp(join(tmpdir(), 'room-panel-test-'))
    const postgres = await startPostgres()
    onTestFinished(async () => {
      await postgres.remove()
      await rm(folder, { recursive: true })
    })
    await bundleHub(folder, '1.2.3')
    expect(existsSync(join(folder, 'hub', 'licences.md'))).toBe(true)
    expect(existsSync(join(folder, 'hub', 'page', 'index.html'))).toBe(true)
    const hub = (...args: readonly string[]) =>
      new Promise((resolve) => {
        execFile(
          process.execPath,
          [join(folder, 'hub/main.mjs'), ...args],
          { cwd: folder },
          (error, out, err) => resolve({ status: error?.code ?? 0, out, err }),
        )
      })
    expect(await hub('--version')).toEqual({ status: 0, out: '1.2.3\n', err: '' })
    const file = join(folder, 'config.json')
    await writeFile(
      file,
      JSON.stringify({ ...aHubConfiguration, database: { url: await postgres.database() } }),
    )
    expect(await hub('doors', '--config', file)).toEqual({ status: 0, out: 'there are no doors\n', err: '' })
  },
)
