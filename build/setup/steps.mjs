import { build } from './build.mjs'
import { debianPackages } from './debian-packages.mjs'
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
  for (const step of [debianPackages, dependencies, keytar, electron, build, pack]) await take(step)
}
