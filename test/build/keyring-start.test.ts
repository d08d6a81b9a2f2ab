import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inProject } from '../../build/project.mjs'

const run = promisify(execFile)
const scripts = inProject('build', 'debian', 'root', 'usr', 'lib', 'room-panel')
const steps = inProject('test', 'main', 'adapters', 'keyring', 'keyring-steps.ts')

// Each life starts a bus, a keyring and some Nodes of its own.
vi.setConfig({ testTimeout: 60_000 })

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'room-panel-keyring-'))
  mkdirSync(join(home, 'run'), { mode: 0o700 })
  writeFileSync(join(home, 'keyring-password'), 'of this tablet')
  writeFileSync(join(home, 'bus.conf'), busConfiguration)
})
afterEach(() => rmSync(home, { recursive: true }))

/** Like the tablet's own (build/debian/root/usr/lib/room-panel/bus.conf): it starts no program on demand. */
const busConfiguration = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/><allow user="*"/></policy></busconfig>`

const environment = () => ({
  PATH: process.env['PATH'],
  HOME: home,
  XDG_RUNTIME_DIR: join(home, 'run'),
  CREDENTIALS_DIRECTORY: home,
  scripts,
})

/** Starts the tablet's keyring, says whether it counts as started, and ends it after these steps. */
async function life(...wanted: readonly string[]): Promise<{ isStarted: boolean; outcomes: unknown }> {
  const script = `"$scripts/keyring" >/dev/null & keyring=$!
    if "$scripts/keyring-is-there"; then echo true; else echo false; fi
    "$@"; kill -KILL "$keyring"`
  const { stdout } = await run(
    'dbus-run-session',
    [
      '--config-file',
      join(home, 'bus.conf'),
      '--',
      'sh',
      '-c',
      script,
      'sh',
      process.execPath,
      '--import',
      'tsx',
      steps,
      '1',
      ...wanted,
    ],
    { env: environment() },
  )
  const [isStarted = '', outcomes = ''] = stdout.trim().split('\n')
  return { isStarted: isStarted === 'true', outcomes: JSON.parse(outcomes) }
}

const done = { ok: true }
const canary = { ok: true, value: 'canary' }

test('a keyring that is started anew has what it was given', async () => {
  expect(await life('write:cli_1=canary')).toEqual({ isStarted: true, outcomes: [done] })
  expect(await life('read:cli_1')).toEqual({ isStarted: true, outcomes: [canary] })
})

test('a keyring of a busy tablet counts as started as soon as it answers, however often it was asked', async () => {
  writeFileSync(join(home, 'sleep'), '#!/bin/sh', { mode: 0o755 })
  const script =
    '(/bin/sleep 3; exec "$scripts/keyring") >/dev/null & "$scripts/keyring-is-there"; status=$?; kill $!; exit $status'
  const session = ['--config-file', join(home, 'bus.conf'), '--', 'sh', '-c', script]
  const env = { ...environment(), PATH: `${home}:${process.env['PATH']}` }
  await expect(run('dbus-run-session', session, { env })).resolves.toBeDefined()
})

test.each([
  ['is empty', ': >"$file"'],
  ['was cut off', 'head -c 60 "$file" >"$file.cut" && mv "$file.cut" "$file"'],
  ['is garbled', 'printf ZZZZ | dd of="$file" bs=1 seek=4 conv=notrunc 2>/dev/null'],
])(
  'a keyring whose file %s does not count as started; the next one does, and keeps what it is given',
  async (_what, spoil) => {
    await life('write:cli_1=lost')
    await run('sh', ['-c', `file=$1; ${spoil}`, 'sh', join(home, '.local/share/keyrings/login.keyring')])
    expect((await life()).isStarted).toBe(false)
    expect(await life('read:cli_1', 'write:cli_1=canary')).toEqual({
      isStarted: true,
      outcomes: [{ ok: false, error: 'missing' }, done],
    })
    expect(await life('read:cli_1')).toEqual({ isStarted: true, outcomes: [canary] })
  },
)

test('a keyring that would lose a secret beside an unreadable file is started again, and keeps it', async () => {
  await life('write:cli_1=lost')
  await run('truncate', ['--size=0', join(home, '.local/share/keyrings/login.keyring')])
  expect(await life('write:cli_1=canary')).toEqual({
    isStarted: false,
    outcomes: [{ ok: false, error: 'notKept' }],
  })
  expect(await life('read:cli_1')).toEqual({ isStarted: true, outcomes: [canary] })
})
