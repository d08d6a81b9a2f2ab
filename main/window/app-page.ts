import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import type { TabletIdentity } from '../../shared/set-up/tablet.ts'
import { supportCodeOf, supportPage, supportStyle, supportStylePath } from './support-page.ts'

/** The page has an origin of its own, so that no file and no page of the network can pass for it. */
export const pageOrigin = 'app://panel'

/**
 * The page may load only its own files, and open no connection. In this sandbox it opens no dialog, print or
 * download, sends no form and locks no pointer (https://html.spec.whatwg.org/#sandboxing). lock.ts refuses
 * and logs new windows. No text becomes markup or code.
 */
const contentSecurityPolicy = [
  'sandbox allow-scripts allow-same-origin allow-popups',
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
}

/** Call before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Returns the file of one of IT's pictures, `logo` or `background`; undefined if IT chose none. */
export type BrandFile = (picture: string) => string | undefined

export interface ServePageParts {
  readonly session: Session
  readonly folder: string
  readonly brandFile: BrandFile
  readonly tablet: () => TabletIdentity
}

/**
 * Serves the files of `folder` under our own scheme, IT's pictures as `/brand/…`, and the support page from
 * memory. Call when Electron is ready.
 */
export function servePage({ session, folder, brandFile, tablet }: ServePageParts): void {
  session.protocol.handle('app', async (request) => {
    const path = decodeURIComponent(new URL(request.url).pathname)
    const support = supportAnswer(path, tablet)
    if (support !== undefined) return support
    const file = fileFor(path, folder, brandFile)
    const type = file && contentTypes[extname(file).toLowerCase()]
    if (file === undefined || type === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(await readFile(file), { headers: headersFor(type) })
    } catch {
      // An unreadable file is not part of our page. If it is a picture of IT's, the screen leaves it out.
      return new Response(null, { status: 404 })
    }
  })
}

function supportAnswer(path: string, tablet: () => TabletIdentity): Response | undefined {
  if (path === supportStylePath)
    return new Response(supportStyle, { headers: headersFor('text/css; charset=utf-8') })
  const code = supportCodeOf(path)
  if (code === undefined) return undefined
  return new Response(supportPage(code, tablet()), { headers: headersFor('text/html; charset=utf-8') })
}

function fileFor(path: string, folder: string, brandFile: BrandFile): string | undefined {
  const [, picture] = /^\/brand\/(\w+)$/.exec(path) ?? []
  if (picture !== undefined) return brandFile(picture)
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  return file.startsWith(folder + sep) ? file : undefined
}

const headersFor = (type: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
})
