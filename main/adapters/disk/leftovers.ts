import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../../engine/ports.ts'

/**
 * The temporary names that write-file-atomic gives our files. Other files of this form may belong to other
 * programs.
 */
const unfinished = /^(status|starts|last-reading)\.json\.\d+$/

/**
 * Removes temporary files of programs that were killed while they wrote. Otherwise they would add up over the
 * years.
 */
export function clearLeftovers(folder: string, log: Log): void {
  try {
    for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()))
      if (unfinished.test(name)) rmSync(join(folder, name), { force: true })
  } catch (cause) {
    const isNew = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    if (!isNew) log.warn('leftovers.not-cleared', { cause })
  }
}
