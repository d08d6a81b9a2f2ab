import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../ports.ts'

/** What write-file-atomic calls a file that is not in its place yet. */
const unfinished = /^[\w.-]+\.\d+$/
/** Others of this form that are files of ours. */
const finished = /^[\w.-]+\.log\.\d+$|^audit\.jsonl\.\d+$/

/** Removes what programs that were killed while they wrote have left in this folder: it would add up over the years. */
export function clearLeftovers(folder: string, log: Log): void {
  try {
    for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()))
      if (unfinished.test(name) && !finished.test(name)) rmSync(join(folder, name), { force: true })
  } catch (cause) {
    const isNew = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    if (!isNew) log.warn('leftovers.not-cleared', { cause })
  }
}
