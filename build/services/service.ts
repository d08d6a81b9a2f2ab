import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type OrdinaryUser, spawnAs } from '../session/ordinary-user.mjs'

/** A server program that a test has started. It ends with the test's process at the latest. */
export interface Service {
  /** Sends the signal to this one process, and waits until it has ended. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

/**
 * Starts a server, and resolves once it has written a line on standard error that shows that it is ready.
 * Rejects with all that it wrote if it ends before.
 */
export function startService(
  user: OrdinaryUser,
  commandLine: readonly string[],
  isReady: RegExp,
): Promise<Service> {
  const child = spawnAs(user, [...commandLine], { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let written = ''
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      written += text
      if (isReady.test(written)) resolve({ end: (signal) => endBy(child, signal) })
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      reject(new Error(`${commandLine[0]} ended with ${signal ?? code}: ${written}`))
    })
  })
}

async function endBy(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
