import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { endProcess } from '../../../../build/session/end-process.mjs'
import { firstLineOf } from '../../../../build/session/first-line.mjs'
import { commandAs, type OrdinaryUser } from '../../../../build/session/ordinary-user.mjs'

/** A network namespace without a way out, which records what a program in it tried to send. */
export interface RecordedNetwork {
  /** Names that were asked for, and packets as `udp 203.0.113.1 3478`; each once. */
  readonly recorded: () => readonly string[]
  /** The command line that runs a program in it, as this user; as who runs the tests without one. */
  readonly inside: (command: readonly string[], user?: OrdinaryUser) => [string, ...string[]]
  readonly stop: () => Promise<void>
}

const lineSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.union([v.object({ name: v.string() }), v.object({ packet: v.string() })]),
)

/** Root makes it as it is; others in a user namespace, in which they may. */
export async function recordNetwork({ isSomebodyElse: isRoot }: OrdinaryUser): Promise<RecordedNetwork> {
  const apart = isRoot ? [] : ['--user', '--map-current-user', '--keep-caps']
  const script = new URL('record.py', import.meta.url).pathname
  const recorder = spawn('unshare', [...apart, '--net', '--mount', 'python3', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const recorded = new Set<string>()
  await firstLineOf(recorder, 1)
  createInterface({ input: recorder.stdout }).on('line', (line) => {
    const told = v.parse(lineSchema, line)
    recorded.add('name' in told ? `name ${told.name}` : told.packet)
  })
  const spaces = isRoot ? [] : ['--user', '--preserve-credentials']
  // Another mount namespace begins at its root.
  const where = `--wd=${process.cwd()}`
  const enter = ['--target', String(recorder.pid), ...spaces, '--net', '--mount', where, '--']
  return {
    recorded: () => [...recorded],
    inside: (command, user) => ['nsenter', ...enter, ...(user ? commandAs(user, [...command]) : command)],
    stop: () => endProcess(recorder),
  }
}
