import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The disk operations that a file needs to survive a power cut. Each call rejects as Node's own do. */
export interface Disk {
  /** Undefined if there is no such file. */
  readonly read: (path: string) => Promise<string | undefined>
  /**
   * Writes a file that only its owner can read, and makes its folder. A power cut may still lose it, or half
   * of it.
   */
  readonly write: (path: string, text: string) => Promise<void>
  /** Waits until a file's content, or a folder's list of names, is on the disk itself. */
  readonly sync: (path: string) => Promise<void>
  /** Renames a file, and atomically replaces an existing file `to`. */
  readonly rename: (from: string, to: string) => Promise<void>
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
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, text, { mode: 0o600 })
  },
  async sync(path) {
    const opened = await openToSync(path)
    try {
      await opened?.sync()
    } finally {
      await opened?.close()
    }
  },
  rename,
}

/**
 * Windows can't open folders, and stores names with their files. It syncs a file only if it was opened for
 * writing.
 */
async function openToSync(path: string) {
  if (process.platform !== 'win32') return open(path)
  try {
    return await open(path, 'r+')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EISDIR') return undefined
    throw cause
  }
}

/** Replaces a file's text. After a power cut either the old text or the new one is there, whole. */
export async function replaceFile(disk: Disk, path: string, text: string): Promise<void> {
  const next = `${path}.next`
  await disk.write(next, text)
  await disk.sync(next)
  await disk.rename(next, path)
  await disk.sync(dirname(path))
}
