import { copyFileSync, existsSync, renameSync, unwatchFile, watchFile } from 'node:fs'

const interval = 1000

/**
 * Keeps a copy as fresh as its original; the copy is whole at any moment, if the original is.
 *
 * @param {string} original
 * @param {string} copy
 */
export const followFile = (original, copy) => {
  const catchUp = () => {
    if (!existsSync(original)) return
    copyFileSync(original, `${copy}.part`)
    renameSync(`${copy}.part`, copy)
  }
  watchFile(original, { interval }, catchUp)
  return { catchUp, stop: async () => unwatchFile(original) }
}
