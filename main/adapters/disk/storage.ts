import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage } from '../../../engine/ports.ts'
import { attempt } from './attempt.ts'

export interface StorageOptions {
  /** The panel's folder. */
  readonly folder: string
  readonly journalFolder: string
}

export const createStorage = ({ folder, journalFolder }: StorageOptions): Storage => ({
  free: () =>
    attempt(async () => {
      await mkdir(folder, { recursive: true })
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    }),
  takesFiles: () =>
    attempt(async () => {
      const file = join(journalFolder, 'doctor-was-here')
      await mkdir(journalFolder, { recursive: true, mode: 0o700 })
      try {
        // The size of a large journal, because an empty file fits even on a full disk.
        await writeFile(file, Buffer.alloc(64 * 1024))
      } finally {
        await rm(file, { force: true })
      }
    }),
})
