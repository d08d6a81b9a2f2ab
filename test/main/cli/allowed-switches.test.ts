import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { everySwitchAllowed } from '../../../build/session/program.mjs'
import { refusedSwitches, switchRefusal } from '../../../main/cli/allowed-switches.ts'

const begun = (args: readonly string[], platform: NodeJS.Platform = 'linux') => ({
  args,
  platform,
  environment: {},
})

test.each([
  [['--config', '/etc/room-panel/config.json', '--user-data-dir=/d']],
  [['--demo', '--speed', '60', '--screenshot', '/p.png', '--once']],
  [['doctor', '--json', '--ozone-platform=headless', '--disable-gpu', '--log-level=3']],
  [['fleet', 'plan', 'rooms.csv', '--out', '/d', '--with-secrets']],
  [['--force-device-scale-factor=1.5', '--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>']],
])('a tablet is started with %o', (args) => {
  expect(refusedSwitches(begun(args))).toEqual([])
})

test.each<[args: string[], refused: string[]]>([
  [['--remote-debugging-port=9222'], ['--remote-debugging-port']],
  [['-remote-debugging-port=9222'], ['--remote-debugging-port']],
  [
    ['--remote-debugging-pipe', '--log-net-log=/tmp/n'],
    ['--remote-debugging-pipe', '--log-net-log'],
  ],
  [['doctor', '--ssl-key-log-file=/tmp/k'], ['--ssl-key-log-file']],
  [['--', '--renderer-cmd-prefix=/tmp/x'], ['--renderer-cmd-prefix']],
  [
    ['--disable-gpux', '--Disable-gpu'],
    ['--disable-gpux', '--Disable-gpu'],
  ],
])('and not with %o', (args, refused) => {
  expect(refusedSwitches(begun(args))).toEqual(refused)
})

test('on Windows a slash begins a switch, and capitals are none', () => {
  const args = ['/Remote-Debugging-Port=9222', '--CONFIG=c.json']
  expect(refusedSwitches(begun(args, 'win32'))).toEqual(['--remote-debugging-port'])
})

test('a program with a file for the keys of its connections is refused', () => {
  const environment = { SSLKEYLOGFILE: '/tmp/keys' }
  expect(refusedSwitches({ ...begun([]), environment })).toEqual(['SSLKEYLOGFILE'])
})

test('a file beside the program allows every switch', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-switches-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const beginning = begun(['--remote-debugging-port=0'])
  const program = join(folder, 'room-panel')
  expect(switchRefusal(beginning, program)).toContain('not started with --remote-debugging-port')
  await writeFile(join(folder, everySwitchAllowed), '')
  expect(switchRefusal(beginning, program)).toBeUndefined()
})
