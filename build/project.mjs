import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {...string} path below the checkout's folder */
export const inProject = (...path) => join(root, ...path)

/** The packed program, and the folder that holds all of it. */
export const programFolder = inProject('dist', 'linux-unpacked')
export const programName = 'room-panel'

/**
 * Reads a file that npm or set-up itself has written.
 *
 * @template T
 * @param {string} file
 * @param {T} missing what to answer when there is no such file
 * @returns {T}
 */
export const readJson = (file, missing) => {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-return -- what would check it isn't installed yet
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing
    throw error
  }
}
