import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../../build/debian/root')
const parts = join(root, 'usr/lib/room-panel')
const units = join(root, 'usr/lib/systemd/system')

test('the package has no file of IT’s, because dpkg would ask about an edited one at a door without a keyboard', () => {
  const files = readdirSync(join(root, 'etc'), { recursive: true, withFileTypes: true })
  expect(files.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([])
})

/** What the picture at the door takes. */
const ofThePicture = ['', '-display', '-bus', '-keyring', '-keyring-password']

test.for(ofThePicture)('room-panel%s.service waits for no network, no name, no time', (name) => {
  const lines = readFileSync(join(units, `room-panel${name}.service`), 'utf8').split('\n')
  const orders = lines.filter((line) => /^(After|Wants|Requires|BindsTo)=/.test(line))
  expect(orders.filter((line) => /network|lookup|time-|remote-/.test(line))).toEqual([])
})

test('a start of the panel waits ten seconds for the keyring, and not until it has come up', () => {
  const unit = readFileSync(join(units, 'room-panel.service'), 'utf8')
  expect(unit).not.toMatch(/^(After|Requires|BindsTo)=.*keyring/m)
  expect(unit).toContain('\nExecStartPre=-/usr/bin/timeout 10 /usr/lib/room-panel/keyring-is-there\n')
})

/** A line of the script, which stands in for a file of the tablet's, replaced. */
const script = (name: string, line: RegExp): string =>
  readFileSync(join(parts, name), 'utf8').replace(line, '')

test('the key to the screen is for a tablet of any name, and no argument of a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'room-panel-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const XAUTHORITY = join(folder, 'Xauthority')
  execFileSync('sh', ['-c', script('make-cookie', /^\. .*$/m)], { env: { ...process.env, XAUTHORITY } })
  const key = execFileSync('xauth', ['-f', XAUTHORITY, 'nlist'], { encoding: 'utf8' })
  expect(key).toMatch(/^ffff 0000 {2}0000 {2}0012 4d49542d4d414749432d434f4f4b49452d31 0010 [0-9a-f]{32}\n$/)
})

test('every script that runs a command on a tablet runs it in the panel’s environment', () => {
  for (const name of ['room-panel', 'room-panel-provision']) {
    const unit = readFileSync(join(units, `${name}.service`), 'utf8')
    expect(unit).toContain('\nEnvironmentFile=-/etc/default/room-panel\n')
  }
  expect(readFileSync(join(root, 'usr/bin/room-panel'), 'utf8')).toContain('/command "$@"')
  expect(readFileSync(join(parts, 'provision-this-tablet'), 'utf8')).toContain('/command provision')
  expect(readFileSync(join(parts, 'as-panel'), 'utf8')).toContain('EnvironmentFile=-/etc/default/room-panel')
})
