import { preact } from '@preact/preset-vite'
import { defineConfig } from 'electron-vite'
import { minifyChunks } from './build/minify-chunks.ts'

export default defineConfig({
  main: {
    plugins: [minifyChunks()],
    build: {
      outDir: 'out/main',
      // Everything is bundled but the one native module, so that this alone is packed beside the bundle.
      externalizeDeps: false,
      rollupOptions: {
        input: { main: 'main/main.ts', keyring: 'main/keyring-process.ts' },
        external: ['keytar'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload can't require its neighbours: one CommonJS file.
      rollupOptions: {
        input: { preload: 'main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [preact({ devToolsEnabled: false })],
    build: {
      outDir: 'out/renderer',
      rollupOptions: {
        input: { index: 'renderer/index.html' },
        // The support page has the typeface, too, by its name (main/window/support-page.ts).
        output: {
          assetFileNames: ({ names: [name = ''] }) =>
            `assets/[name]${name.endsWith('.woff2') ? '' : '-[hash]'}[extname]`,
        },
      },
      minify: true,
      // Of what the page loads later, its languages, each is one file: there is nothing to load ahead of it.
      modulePreload: false,
    },
  },
})
