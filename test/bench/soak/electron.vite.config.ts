import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import product from '../../../electron.vite.config.ts'

/** The product's main process with the month of month.ts where its demo has a day. */
const month: Plugin = {
  name: 'month',
  enforce: 'pre',
  resolveId: (name) => (name === './demo.ts' ? join(import.meta.dirname, 'month.ts') : undefined),
}

export default defineConfig({
  main: {
    ...product.main,
    plugins: [month],
    build: { ...product.main?.build, outDir: 'dist/bench/soak-main' },
  },
})
