import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { inProject, root } from '../project.mjs'
import { bundleConsole } from './console-page.mjs'

/**
 * Bundles the hub with all that it needs but Node, as a program that lies as in the checkout: `hub/main.mjs`
 * below a folder with `package.json`.
 *
 * @param {string} folder
 * @param {string} version
 */
export const bundleHub = async (folder, version) => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(folder, 'hub'),
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      license: { fileName: 'licences.md' },
      rollupOptions: {
        input: inProject('hub', 'main.ts'),
        output: { format: 'es', entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
  await cp(inProject('hub', 'store', 'postgres', 'migrations'), join(folder, 'hub', 'migrations'), {
    recursive: true,
  })
  await bundleConsole(join(folder, 'hub', 'page'))
  const facts = { name: 'room-panel-hub', version, type: 'module' }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(facts)}\n`)
}
