import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What a file that must survive a power cut is made of. Each call rejects as Node's own do. */
export interface Disk {
  /** Undefined if there is no such file. */
  readonly read: (path: string) => Promise<string | undefined>
  /** Writes a file, for nobody but its owner; makes its folder. A power cut may still lose it, or half of it. */
  readonly write: (path: string, text: string) => Promise<void>
  /** Waits until the content of a file, or the names in a folder, are on the disk itself. */
  readonly sync: (path: string) => Promise<void>
  /** Another file of the name `to` is replaced at once. */
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

/** Windows opens no folders, and keeps the names with the files; its files are synced only when opened for writing. */
async function openToSync(path: string) {
  if (process.platform !== 'win32') return open(path)
  try {
    return await open(path, 'r+')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EISDIR') return undefined
    throw cause
  }
}

/** Puts a text in the place of a file: after a power cut the old one is there or the new one, whole. */
export async function replaceFile(disk: Disk, path: string, text: string): Promise<void> {
  const next = `${path}.next`
  await disk.write(next, text)
  await disk.sync(next)
  await disk.rename(next, path)
  await disk.sync(dirname(path))
}
