import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'

/** A file of the console's page. */
export interface PageFile {
  readonly type: string
  readonly body: Buffer
}

/** By its path in a URL: `/assets/index-1a2b3c.js`; the page itself is `/`. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** All files of the page, read once: no request names a file on the disk. Empty if the page was not built. */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const entries = await entriesOf(folder)
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) in types)
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name)
        const url = `/${relative(folder, path)}`
        const file = { type: types[extname(name)] ?? '', body: await readFile(path) }
        return [url === '/index.html' ? '/' : url, file] as const
      }),
    ),
  )
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}
