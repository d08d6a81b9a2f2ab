import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

/** The page has an origin of its own, so that nothing from a file or from the network can pass for it. */
export const pageOrigin = 'app://panel'

/** The page may load its own files and nothing else; not even a connection of its own. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** To be called before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the files of `folder` under our own scheme. To be called when Electron is ready. */
export function servePage(folder: string): void {
  protocol.handle('app', async (request) => {
    const path = new URL(request.url).pathname
    const file = normalize(join(folder, path === '/' ? 'index.html' : decodeURIComponent(path)))
    const type = contentTypes[extname(file)]
    if (!file.startsWith(folder + sep) || type === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(await readFile(file), { headers: headersFor(type) })
    } catch {
      // The only files asked for are those of our own page: one that can't be read is not part of it.
      return new Response(null, { status: 404 })
    }
  })
}

const headersFor = (type: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
})
