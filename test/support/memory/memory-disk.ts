import type { Disk } from '../../../main/adapters/disk/disk.ts'

/** Files in memory. */
export interface MemoryDisk extends Disk {
  isFull: boolean
  /** How often it was waited for. */
  writes: number
}

export function createMemoryDisk(content: Readonly<Record<string, string>> = {}): MemoryDisk {
  const files = new Map(Object.entries(content))
  const disk: MemoryDisk = {
    isFull: false,
    writes: 0,
    read: async (path) => files.get(path),
    write: async (path, text) => {
      if (disk.isFull) throw new Error('No space left on this disk')
      disk.writes += 1
      files.set(path, text)
    },
    rename: async (from, to) => {
      const text = files.get(from)
      if (text === undefined) throw new Error(`There is no ${from}`)
      files.delete(from)
      files.set(to, text)
    },
    sync: async () => undefined,
  }
  return disk
}
