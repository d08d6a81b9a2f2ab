import { existsSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { preact } from '@preact/preset-vite'
import { build } from 'vite'
import { inProject, root } from '../project.mjs'

/**
 * Bundles the gallery's program: the product's own built page and preload, and a replacement for the main
 * process.
 *
 * @param {string} folder
 */
export const bundleGallery = async (folder) => {
  await rm(folder, { recursive: true, force: true })
  await bundle(folder, 'main', {
    ssr: true,
    rollupOptions: {
      input: inProject('test/gallery/main.ts'),
      external: ['electron'],
      output: { entryFileNames: 'main.mjs' },
    },
  })
  await bundle(folder, 'page', {
    rollupOptions: {
      input: inProject('test/gallery/page/examine.ts'),
      output: { format: 'iife', entryFileNames: 'examine.js' },
    },
  })
  await cp(inProject('out', 'renderer'), join(folder, 'renderer'), { recursive: true })
  await bundleTrialPage(join(folder, 'renderer', 'trial'))
  await cp(inProject('out', 'preload', 'preload.cjs'), join(folder, 'preload.cjs'))
  for (const pictures of ['brand', 'kept'])
    if (existsSync(inProject('test', 'gallery', pictures)))
      await cp(inProject('test', 'gallery', pictures), join(folder, pictures), { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'gallery', main: 'main.mjs' }))
}

/**
 * The product's page once more, with the languages in `test/gallery/languages` besides, which no door has.
 *
 * @param {string} outDir
 */
const bundleTrialPage = (outDir) =>
  build({
    configFile: false,
    root: inProject('renderer'),
    base: './',
    logLevel: 'error',
    plugins: [preact({ devToolsEnabled: false }), trialLanguages],
    build: { outDir, emptyOutDir: true, modulePreload: false },
  })

/** @type {import('vite').Plugin} */
const trialLanguages = {
  name: 'trial-languages',
  enforce: 'pre',
  transform: (code, file) =>
    file.endsWith('renderer/words/catalogues.ts')
      ? code.replace(`'${product}'`, `['${product}', '../../test/gallery/languages/*/words.ts']`)
      : undefined,
}
const product = '../../shared/languages/*/words.ts'

/**
 * @param {string} outDir
 * @param {'main' | 'page'} side
 * @param {import('vite').BuildOptions} options
 */
const bundle = (outDir, side, options) =>
  build({
    configFile: false,
    root,
    logLevel: 'error',
    ...(side === 'main' && { ssr: { noExternal: true, external: ['electron'] } }),
    build: { outDir, emptyOutDir: false, minify: false, target: 'chrome130', ...options },
  })
