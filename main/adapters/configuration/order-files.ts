import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OrderFile, OrderFiles } from '../../../engine/ports.ts'
import type { Result } from '../../../shared/result.ts'
import { attempt } from '../disk/attempt.ts'

export const orderFileName = 'room-panel-provision.json'

/** An order file is never larger; a stick may hold a larger file of this name. Bytes. */
const largest = 64 * 1024

export interface OrderFilesOptions {
  /** The panel's own. */
  readonly folder: string
  /** The folders of the USB sticks. */
  readonly sticks: () => Promise<readonly string[]>
}

export const createOrderFiles = ({ folder, sticks }: OrderFilesOptions): OrderFiles => ({
  async find(where) {
    const folders = where === 'everywhere' ? [folder, ...(await sticks())] : [folder]
    const found = await Promise.all(folders.map((place) => fileAt(join(place, orderFileName))))
    return found.filter((file) => file !== undefined)
  },
  read: (path) =>
    through(path, async (file) => {
      const { size } = await file.stat()
      if (size > largest) throw new RangeError(`The file has ${size} bytes`)
      // Editors on Windows begin a file with a byte order mark, which is no JSON.
      return (await file.readFile('utf8')).replace(/^\uFEFF/, '')
    }),
  async destroy(path) {
    const overwritten = await through(path, async (file) => {
      const { size } = await file.stat()
      await file.write(Buffer.alloc(size, ' '), 0, size, 0)
      await file.sync()
    })
    return overwritten.ok ? attempt(() => rm(path)) : overwritten
  },
})

/**
 * Accepts only a plain file: a link may lead anywhere, and reading a pipe may never end. A file with other
 * rights counts as another file.
 */
async function fileAt(path: string): Promise<OrderFile | undefined> {
  const found = await attempt(() => lstat(path))
  if (!found.ok || !found.value.isFile()) return undefined
  const { ino, size, mtimeMs, ctimeMs } = found.value
  return { path, version: `${ino} ${size} ${mtimeMs} ${ctimeMs}` }
}

/**
 * Opens a file for both reading and writing. Windows has no flag that refuses links, so there the check
 * before must suffice.
 */
const through = <T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<Result<T, unknown>> =>
  attempt(async () => {
    const file = await open(path, constants.O_RDWR | constants.O_NOFOLLOW)
    try {
      return await use(file)
    } finally {
      await file.close()
    }
  })

/**
 * Where desktops (udisks) and administrators mount sticks: `/media/STICK`, `/media/USER/STICK`,
 * `/run/media/USER/STICK`, `/mnt`.
 */
const mountRoots = [
  { root: '/media', depths: [1, 2] },
  { root: '/run/media', depths: [2] },
  { root: '/mnt', depths: [0] },
] as const

/** A stick may hold any number of folders. */
const mostFolders = 100

/** The folders where sticks may be mounted. Windows gives each stick a drive letter. */
export async function stickFolders(
  platform: NodeJS.Platform = process.platform,
  roots: readonly { readonly root: string; readonly depths: readonly number[] }[] = mountRoots,
): Promise<readonly string[]> {
  if (platform === 'win32') return 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `${letter}:\\`)
  const levels = roots.flatMap(({ root, depths }) => depths.map((depth) => foldersAt(root, depth)))
  return (await Promise.all(levels)).flat()
}

async function foldersAt(root: string, depth: number): Promise<readonly string[]> {
  if (depth === 0) return [root]
  const above = await foldersAt(root, depth - 1)
  return (await Promise.all(above.map(foldersIn))).flat().slice(0, mostFolders)
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await attempt(() => readdir(folder, { withFileTypes: true }))
  return entries.ok
    ? entries.value.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
    : []
}
