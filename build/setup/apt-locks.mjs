import { setTimeout as delay } from 'node:timers/promises'

/**
 * @typedef {object} Waiting
 * @property {(line: string) => void} [say] prints the reason of the wait
 * @property {number} [pause] between two tries, ms
 * @property {number} [limit] of all the waiting, ms
 */

/** In English: https://salsa.debian.org/apt-team/apt/-/blob/2.6.1/apt-pkg/contrib/fileutl.cc */
const heldLock = /Could not get lock (?<file>\S+)(?:\. It is held by (?<holder>process .+)| - open)/

/** A machine that upgrades itself after its first start may take this long, ms. */
const longest = 30 * 60_000

/**
 * Runs one of apt's commands, and repeats it while another program holds a lock that it needs. apt's own
 * `DPkg::Lock::Timeout` waits only for dpkg's locks, and apt meets the lock of the package lists before
 * these.
 *
 * @param {() => Promise<unknown>} run rejects with all that the command wrote, in English
 * @param {Waiting} [waiting]
 * @throws {Error} if the command failed for another reason, or a lock was held for too long
 */
export const onceUnlocked = async (run, { say = console.log, pause = 1000, limit = longest } = {}) => {
  const since = performance.now()
  let told = ''
  /** @param {unknown} error */
  const mindLock = async (error) => {
    const held = error instanceof Error ? heldLock.exec(error.message)?.groups : undefined
    if (held === undefined || performance.now() - since >= limit) throw error
    const line = `waiting for ${held['holder'] ?? 'another program'}, which holds ${held['file'] ?? ''} …`
    if (line !== told) say(line)
    told = line
    await delay(pause)
    return false
  }
  const isDone = () => run().then(() => true, mindLock)
  // oxlint-disable-next-line no-await-in-loop -- this waits
  while (!(await isDone()));
}
