import { dirname } from 'node:path'
import type { Disk } from './disk.ts'

/** Writes a file anew and then puts it in the place of the old one: after a power cut one of the two is there, whole. */
export async function replaceFile(disk: Disk, path: string, text: string): Promise<void> {
  const next = `${path}.next`
  await disk.write(next, text)
  await disk.sync(next)
  await disk.rename(next, path)
  await disk.sync(dirname(path))
}
