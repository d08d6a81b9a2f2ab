import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of all files below a folder. */
export function bytesBelow(folder: string): number {
  let sum = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    sum += entry.isDirectory() ? bytesBelow(path) : sizeOf(path)
  }
  return sum
}

/** Bytes by what lies at the top of a folder. */
export const bytesByEntry = (folder: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name)
      return [entry.name, entry.isDirectory() ? bytesBelow(path) : sizeOf(path)]
    }),
  )

/** A file that is written anew has no name for a moment. */
const sizeOf = (path: string): number => lstatSync(path, { throwIfNoEntry: false })?.size ?? 0
