import { gzipSync } from 'node:zlib'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preact } from '@preact/preset-vite'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import config from '../../electron.vite.config.ts'
import { locales } from '../../shared/languages/locales.ts'

/** Bytes, gzipped: the script and the style of the page with the longest of its languages, fonts apart. */
const budget = 64_000

test('the page’s script and style are small', { timeout: 30_000 }, async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'room-panel-page-'))
  onTestFinished(() => rmSync(outDir, { recursive: true }))
  const root = join(import.meta.dirname, '../../renderer')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [preact({ devToolsEnabled: false })],
    // electron-vite minifies only what it is told to.
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      minify: config.renderer?.build?.minify ?? false,
    },
  })
  const files = readdirSync(join(outDir, 'assets')).filter((name) => /\.(js|css)$/.test(name))
  const sizeOf = (name: string): number => gzipSync(readFileSync(join(outDir, 'assets', name))).length
  const isLanguage = (name: string): boolean => name.startsWith('words-')
  const languages = files.filter(isLanguage).map(sizeOf)
  const always = files.filter((name) => !isLanguage(name)).map(sizeOf)
  expect(languages).toHaveLength(locales.length)
  expect(files.filter((name) => name.endsWith('.css'))).toHaveLength(1)
  expect(Math.max(...languages) + always.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget)
})
