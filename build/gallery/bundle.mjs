import { existsSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  await cp(inProject('out', 'preload', 'preload.cjs'), join(folder, 'preload.cjs'))
  for (const pictures of ['brand', 'kept'])
    if (existsSync(inProject('test', 'gallery', pictures)))
      await cp(inProject('test', 'gallery', pictures), join(folder, pictures), { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'gallery', main: 'main.mjs' }))
}

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
