import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/** A change of one source file, so that it can be seen whether the laws notice. */
export interface Patch {
  /** From the root of the project. */
  readonly file: string
  readonly replace: string
  readonly by: string
}

const root = join(import.meta.dirname, '../../..')

/** The workers of the simulations of one door, and of a fleet with its hubs. */
const workers = {
  door: 'test/simulation/run/worker.ts',
  fleet: 'test/fleet/worlds/worker.ts',
} as const

/** A worker as one plain file for Node: compiled once, for all processes. Gives its path. */
export async function bundleWorker(of: keyof typeof workers, patch?: Patch): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'room-panel-simulation-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: patch === undefined ? [] : [patched(patch)],
    ssr: { noExternal: true },
    build: {
      ssr: workers[of],
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  })
  return join(outDir, 'worker.mjs')
}

function patched({ file, replace, by }: Patch): Plugin {
  let isDone = false
  return {
    name: 'patch',
    enforce: 'pre',
    transform(code, id) {
      if (id !== join(root, file)) return undefined
      if (!code.includes(replace)) throw new Error(`${file} no longer has: ${replace}`)
      isDone = true
      return code.replace(replace, () => by)
    },
    buildEnd() {
      if (!isDone) throw new Error(`${file} is not part of the simulation`)
    },
  }
}
