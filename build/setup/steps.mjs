import { root } from '../project.mjs'
import { build } from './build.mjs'
import { debianPackages, neededPackages } from './debian-packages.mjs'
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
  const steps = [debianPackages(neededPackages), dependencies, keytar, electron(isRelease), build, pack]
  const takeAll = async () => {
    for (const step of steps) await take(step)
  }
  await oneAtATime(root, takeAll, () => console.log('Set-up: waiting for another one of this checkout …'))
}
