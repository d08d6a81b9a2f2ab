import { spawn } from 'node:child_process'
import { endProcess } from '../session/end-process.mjs'
import { firstLineOf } from '../session/first-line.mjs'

/**
 * Runs `part` while no other program runs a part for the same folder: two set-ups in one checkout would
 * delete each other's packages. The kernel ends the claim with its process, even if that is killed.
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
  // Ends with this process, which holds the other end of its input.
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
    // Another process has it.
    return undefined
  }
}
