import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createKeytarVault } from '../../../../main/adapters/keyring/keytar-vault.ts'
import { seconds } from '../../../../shared/time/time.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'

const run = promisify(execFile)

// Each session starts a bus, a keyring and a Node of its own.
vi.setConfig({ testTimeout: 60_000 })

/** A person who logs in for the first time: no keyring, no session, no screen. */
let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'room-panel-keyring-'))
  mkdirSync(join(home, 'run'), { mode: 0o700 })
})
afterEach(() => rmSync(home, { recursive: true }))

const person = () => ({
  PATH: process.env['PATH'],
  HOME: home,
  XDG_RUNTIME_DIR: join(home, 'run'),
  XDG_DATA_HOME: join(home, 'data'),
})

const steps = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'keyring-steps.ts')] as const

/** What the steps come to without any session. */
const alone = (...args: readonly string[]): Promise<unknown> =>
  outcomesOf('sh', ['-c', '"$@"; :', 'sh', ...steps, '1', ...args])

/** What the steps come to in a session of their own, after `prepare` in its shell. */
const inSession = (prepare: string, rate: number, ...args: readonly string[]): Promise<unknown> => {
  const script = `${prepare}; "$@"; [ -z "$frozen" ] || kill -KILL "$frozen"`
  return outcomesOf('dbus-run-session', ['--', 'sh', '-c', script, 'sh', ...steps, String(rate), ...args])
}

async function outcomesOf(program: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(program, args, { env: person() })
  return JSON.parse(stdout)
}

/**
 * The daemon returns to the shell before it is on the bus. Who calls it by its name until then has the bus start a second
 * one beside it, so it is the bus that is asked whether it is there.
 */
const onTheBus = `until dbus-send --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner \\
  string:org.freedesktop.secrets >/dev/null 2>&1; do :; done`
const opened = `printf 'password\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; ${onTheBus}`
const shut = `gnome-keyring-daemon --start --components=secrets >/dev/null; ${onTheBus}`
/** Answered by the bus, also while the keyring itself is stopped. */
const keyringProcess = `$(dbus-send --print-reply --dest=org.freedesktop.DBus / \
  org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | sed -n 's/.*uint32 //p')`
const frozen = `${opened}
  frozen=${keyringProcess}
  kill -STOP "$frozen"`

const ended = `kill -KILL ${keyringProcess}`

const done = { ok: true }
const failed = (error: string) => ({ ok: false, error })

test('an open keyring keeps secrets, each under its account', async () => {
  const outcomes = await inSession(
    opened,
    1,
    'write:cli_1=canary',
    'write:admin-pin=hash',
    'read:cli_1',
    'read:admin-pin',
  )
  expect(outcomes).toEqual([done, done, { ok: true, value: 'canary' }, { ok: true, value: 'hash' }])
})

test('a secret can be replaced, and is still there in the next session', async () => {
  await inSession(opened, 1, 'write:cli_1=old', 'write:cli_1=new')
  expect(await inSession(opened, 1, 'read:cli_1')).toEqual([{ ok: true, value: 'new' }])
})

test('a secret that is removed is missing, and so is one that never was', async () => {
  const steps = ['write:cli_1=canary', 'remove:cli_1', 'read:cli_1', 'remove:cli_1']
  expect(await inSession(opened, 1, ...steps)).toEqual([done, done, failed('missing'), done])
})

test('an open keyring without the secret says that it is missing, however often it is asked', async () => {
  const missing = failed('missing')
  expect(await inSession(opened, 1, 'read:cli_1', 'read:cli_1', 'read:keyring-check')).toEqual([
    missing,
    missing,
    missing,
  ])
})

test('a locked keyring is locked, not empty, whether it has the secret or not', async () => {
  await inSession(opened, 1, 'write:cli_1=canary')
  const locked = failed('locked')
  expect(await inSession(shut, 1, 'read:cli_1', 'read:other', 'write:cli_1=new')).toEqual([
    locked,
    locked,
    locked,
  ])
  expect(await inSession(opened, 1, 'read:cli_1')).toEqual([{ ok: true, value: 'canary' }])
})

test('a keyring that was never opened is locked', async () => {
  const locked = failed('locked')
  expect(await inSession(shut, 1, 'read:cli_1', 'write:cli_1=canary')).toEqual([locked, locked])
})

test('a keyring that does not answer is not called locked, and gives its secret once it answers', async () => {
  await inSession(opened, 1, 'write:cli_1=canary')
  const steps = [
    'read:cli_1',
    'write:cli_1=new',
    'remove:cli_1',
    `do:kill -CONT ${keyringProcess}`,
    'read:cli_1',
  ]
  const timedOut = failed('timedOut')
  const canary = { ok: true, value: 'canary' }
  expect(await inSession(frozen, 1, ...steps)).toEqual([timedOut, timedOut, timedOut, canary])
})

test('a call that gets no answer is ended, and not called locked', async () => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere')
  onTestFinished(() => void vi.unstubAllEnvs())
  const clock = createVirtualClock()
  let ended = 0
  const startProcess = () => ({ answer: new Promise(() => undefined), end: () => void (ended += 1) })
  const vault = createKeytarVault({ clock, startProcess })
  const reading = vault.read('cli_1')
  await vi.waitFor(() => expect(clock.pending()).toBe(1))
  await clock.advance(seconds(10))
  expect(await reading).toEqual(failed('timedOut'))
  expect(ended).toBe(1)
})

test('a keyring that was started anew gives its secrets, and takes others', async () => {
  const steps = [
    'write:cli_1=canary',
    'read:cli_1',
    `do:${ended}; ${opened}`,
    'read:cli_1',
    'write:cli_1=new',
    'read:cli_1',
  ]
  const canary = { ok: true, value: 'canary' }
  expect(await inSession(opened, 1, ...steps)).toEqual([
    done,
    canary,
    canary,
    done,
    { ok: true, value: 'new' },
  ])
})

describe.each([
  ['is empty', ': >"$file"'],
  ['was cut off', 'head -c 60 "$file" >"$file.cut" && mv "$file.cut" "$file"'],
  ['is garbled', 'printf ZZZZ | dd of="$file" bs=1 seek=4 conv=notrunc'],
])('a keyring whose file %s', (_what, spoil) => {
  const spoilt = `file="$XDG_DATA_HOME/keyrings/login.keyring"; ${spoil}; ${opened}`

  test('does not pass for one that has stored something', async () => {
    await inSession(opened, 1, 'write:cli_1=canary')
    expect(await inSession(spoilt, 1, 'write:cli_1=new')).toEqual([failed('notKept')])
    expect(await inSession(opened, 1, 'read:cli_1')).toEqual([failed('missing')])
  })
})

test('a keyring that can’t write its file is reported so, and not as locked', async () => {
  const full = `(trap '' XFSZ; ulimit -f 0; ${opened})`
  await inSession(opened, 1, 'write:cli_1=canary')
  const outcomes = await inSession(full, 1, 'read:cli_2', 'write:cli_1=new', 'read:cli_1')
  expect(outcomes).toEqual([failed('missing'), failed('notKept'), { ok: true, value: 'canary' }])
})

test('without a session there is no keyring', async () => {
  const unavailable = failed('unavailable')
  expect(await alone('read:cli_1', 'write:cli_1=canary')).toEqual([unavailable, unavailable])
})
