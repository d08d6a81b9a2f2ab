/**
 * The part that we use of npm's files about packages, by their place below the project's folder.
 *
 * @typedef {object} Lock
 * @property {Record<string, { version?: string, integrity?: string, optional?: boolean }>} packages
 */

/**
 * Whether npm has installed all that a lock file lists. Optional packages may be for other machines.
 *
 * @param {Lock | undefined} lock
 * @param {Lock | undefined} installed
 */
export const holdsAll = (lock, installed) =>
  Object.entries(lock?.packages ?? {})
    .filter(([place, { optional }]) => place !== '' && optional !== true)
    .every(([place, { version, integrity }]) => {
      const found = installed?.packages[place]
      return found !== undefined && found.version === version && found.integrity === integrity
    })
