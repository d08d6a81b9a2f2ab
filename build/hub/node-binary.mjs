import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The Node that runs this, which the package brings: what was tried is what is shipped. */
export const nodeBinary = process.execPath

/**
 * Where the distributions of Node have its licence, which also has those of the libraries in it.
 *
 * @returns {string}
 * @throws {Error} if there is none: a package without it may not be passed on
 */
export const nodeLicence = () => {
  const places = [
    join(dirname(nodeBinary), '..', 'LICENSE'),
    join(dirname(nodeBinary), '..', 'share', 'doc', 'nodejs', 'LICENSE'),
    join(dirname(nodeBinary), '..', 'share', 'doc', 'nodejs', 'copyright'),
  ]
  const found = places.find(existsSync)
  if (found === undefined) throw new Error(`The Node in ${nodeBinary} came without its licence`)
  return found
}
