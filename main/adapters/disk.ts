import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What a file that must survive a power cut is made of. Each call rejects as Node's own do. */
export interface Disk {
  /** Undefined if there is no such file. */
  readonly read: (path: string) => Promise<string | undefined>
  /** Writes a file, for nobody but its owner, and waits until its content is on the disk itself. Makes its folder. */
  readonly writeSynced: (path: string, text: string) => Promise<void>
  /** Another file of the name `to` is replaced at once. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** Waits until the names of the files in a folder are on the disk itself. */
  readonly syncFolder: (path: string) => Promise<void>
}

export const realDisk: Disk = {
  async read(path) {
    try {
      return await readFile(path, 'utf8')
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
      throw cause
    }
  },
  async writeSynced(path, text) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  rename,
  async syncFolder(path) {
    // Windows has no such thing: there the names are kept with the files.
    if (process.platform === 'win32') return
    const folder = await open(path)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}

/** Puts a text in the place of a file: after a power cut the old one is there or the new one, whole. */
export async function replaceFile(disk: Disk, path: string, text: string): Promise<void> {
  const next = `${path}.next`
  await disk.writeSynced(next, text)
  await disk.rename(next, path)
  await disk.syncFolder(dirname(path))
}
