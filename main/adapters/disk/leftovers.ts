import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../../engine/ports.ts'

/** What write-file-atomic calls those of our files that are not in their place yet. Others of this form may be anybody's. */
const unfinished = /^(status|starts|last-reading)\.json\.\d+$/

/** Removes what programs that were killed while they wrote have left in this folder: it would add up over the years. */
export function clearLeftovers(folder: string, log: Log): void {
  try {
    for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()))
      if (unfinished.test(name)) rmSync(join(folder, name), { force: true })
  } catch (cause) {
    const isNew = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    if (!isNew) log.warn('leftovers.not-cleared', { cause })
  }
}
