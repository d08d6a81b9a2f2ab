import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../project.mjs'

/**
 * @param {string} path
 * @returns {string[]} the file itself, or every file below the folder
 */
const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .toSorted()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]

/**
 * A fingerprint that changes whenever a byte of these files or texts changes, or a file is added or removed.
 *
 * @param {{ paths: string[], texts?: string[] }} inputs files and folders
 */
export const fingerprintOf = ({ paths, texts = [] }) => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn)) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content)
  }
  for (const text of texts) hash.update(`${text}\0`)
  return hash.digest('hex')
}

/**
 * Stores a fingerprint of the inputs beside a result, so that it disappears with the result.
 *
 * @param {string} file
 */
export const stampAt = (file) => ({
  /** @param {string} fingerprint */
  matches: (fingerprint) => existsSync(file) && readFileSync(file, 'utf8') === fingerprint,
  /** @param {string} fingerprint */
  leave: (fingerprint) => writeFileSync(file, fingerprint),
})
