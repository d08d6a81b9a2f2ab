import { type ChildProcess, fork } from 'node:child_process'
import { chosenElectron } from '../../../build/setup/electron.mjs'

/**
 * A simulated day leaves much garbage: with a small heap the collector never rests. There are as many
 * processes as processors, so no processor is left for a collector or a compiler beside each. TurboFan's
 * code is discarded at each odd turn of a world and compiled anew, so Maglev alone is faster
 * (docs/performance.md, the simulation's speed).
 */
const engine = ['--min-semi-space-size=32', '--max-semi-space-size=32', '--single-threaded', '--no-turbofan']

/** Starts one process for each share, which it is given as JSON. */
export const startShares = (worker: string, shares: readonly unknown[]): readonly ChildProcess[] =>
  shares.map((share) => fork(worker, [JSON.stringify(share)], { ...asNode(), execArgv: engine }))

/** Resolves to the report that the process sends; to undefined if it was ended because another one had found the sought result. */
export const reportOf = <Report>(share: ChildProcess): Promise<Report | undefined> =>
  new Promise((resolve, reject) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker is of the same version, and sends nothing else
    share.once('message', (report) => resolve(report as Report))
    share.once('error', reject)
    share.once('exit', (code, signal) => {
      if (share.killed) resolve(undefined)
      else reject(new Error(`A process of the simulation ended: ${code ?? signal}`))
    })
  })

/** The panel's own Electron, without a window: the engine that the panel has at the door, and twice as fast as Node 20's. */
function asNode() {
  const electron = chosenElectron()
  if (electron === undefined) throw new Error('There is no Electron yet: npm run setup')
  return { execPath: `${electron.folder}/electron`, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }
}
