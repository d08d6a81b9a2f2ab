import { spawn } from 'node:child_process'
import { endProcess } from '../session/end-process.mjs'
import { firstLineOf } from '../session/first-line.mjs'

/**
 * Does `part` while no other program that asks for the same does: two set-ups in one checkout would take each other's
 * packages away. The kernel ends the claim with whoever made it, however that ends.
 *
 * @template T
 * @param {string} folder what the claim is for
 * @param {() => Promise<T>} part
 * @param {() => void} sayItWaits
 */
export const oneAtATime = async (folder, part, sayItWaits) => {
  const claim = (await claimOn(folder, '--nonblock')) ?? (sayItWaits(), await claimOn(folder))
  try {
    return await part()
  } finally {
    if (claim !== undefined) await endProcess(claim)
  }
}

/**
 * @param {string} folder
 * @param {...string} how
 */
const claimOn = async (folder, ...how) => {
  // Ends when this process does, which holds the other end of its input.
  const claim = spawn(
    'flock',
    ['--no-fork', ...how, folder, 'sh', '-c', 'echo claimed; exec cat >/dev/null'],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  try {
    await firstLineOf(claim, 1)
    return claim
  } catch {
    // Somebody else has it.
    return undefined
  }
}
