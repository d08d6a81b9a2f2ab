import { root } from '../project.mjs'
import { build } from './build.mjs'
import { debianPackages, hubServers, neededPackages } from './debian-packages.mjs'
import { dependencies, keytar } from './dependencies.mjs'
import { electron } from './electron.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { pack } from './pack.mjs'
import { take } from './step.mjs'

/**
 * Brings a fresh machine to a packed program, or does only what has changed since.
 *
 * @param {{ isRelease?: boolean }} [options] `isRelease`: with the pinned Electron and no other
 * @throws {Error} if a step fails
 */
export const setUp = async ({ isRelease = false } = {}) => {
  await takeAll([debianPackages(neededPackages), dependencies, keytar, electron(isRelease), build, pack])
}

/**
 * Brings a fresh machine to what a hub needs, or does only what is missing.
 *
 * @throws {Error} if a step fails
 */
export const setUpHub = () => takeAll([debianPackages(hubServers), dependencies])

/** @param {import('./step.mjs').Step[]} steps */
const takeAll = (steps) => {
  const takeInTurn = async () => {
    for (const step of steps) await take(step)
  }
  return oneAtATime(root, takeInTurn, () => console.log('Set-up: waiting for another one of this checkout …'))
}
