import { build } from './build.mjs'
import { debianPackages, neededPackages } from './debian-packages.mjs'
import { dependencies, keytar } from './dependencies.mjs'
import { electron } from './electron.mjs'
import { pack } from './pack.mjs'
import { take } from './step.mjs'

/**
 * Brings a fresh machine to a packed program, or does only what has changed since.
 *
 * @throws {Error} whatever stopped it
 */
export const setUp = async () => {
  const packages = debianPackages(neededPackages)
  for (const step of [packages, dependencies, keytar, electron, build, pack]) await take(step)
}
