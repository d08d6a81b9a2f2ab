import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { programFor } from '../../../build/session/program.mjs'
import { test } from '../harness/at-the-door.ts'

/** ChromeDriver's, which the command line lets through: what follows it is for this gate alone. */
const driven = '--test-type=webdriver'

test.for([
  ['a debugger’s port', ['--remote-debugging-port=0'], {}],
  ['a debugger’s port, by a driver', [driven, '--remote-debugging-port=0'], {}],
  ['a log of the network', [driven, '--log-net-log=FILE'], {}],
  ['a log of keys', [driven, '--ssl-key-log-file=FILE'], {}],
  ['a log of keys that the environment names', [], { SSLKEYLOGFILE: 'FILE' }],
] as const)(
  'the program as it is packed is not started with %s',
  async ([, args, more], { kiosk, door, expect }) => {
    const { user, env } = kiosk.session
    const program = await programFor(user)
    const file = join(kiosk.folder, 'overheard')
    const named = (text: string): string => text.replace('FILE', file)
    const { uid, gid } = user
    const surroundings = Object.fromEntries(Object.entries(more).map(([name, value]) => [name, named(value)]))
    const { status, stderr } = spawnSync(program.path, [...door.args, ...args.map(named)], {
      uid,
      gid,
      env: { ...env, ...surroundings },
      encoding: 'utf8',
      timeout: 30_000,
    })
    await program.remove()
    expect(status).toBe(2)
    expect(stderr).toMatch(/^(The panel is not started with|There is no switch) /m)
    expect(stderr).not.toContain('listening')
    expect(existsSync(file)).toBe(false)
  },
)
