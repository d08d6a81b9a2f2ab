import { preact } from '@preact/preset-vite'
import { build } from 'vite'
import { inProject } from '../project.mjs'

/** Where a hub that runs from this clone looks for its page. */
export const pageInClone = inProject('out', 'console')

/**
 * Bundles the page of the hub's console.
 *
 * @param {string} folder
 */
export const bundleConsole = async (folder) => {
  await build({
    configFile: false,
    root: inProject('console'),
    // A proxy may have the page below a path of its own.
    base: './',
    logLevel: 'error',
    plugins: [preact({ devToolsEnabled: false })],
    build: {
      outDir: folder,
      emptyOutDir: true,
      // The page may load what is beside it, and nothing that is written into it.
      assetsInlineLimit: 0,
      modulePreload: false,
      license: { fileName: 'licences.md' },
    },
  })
}
