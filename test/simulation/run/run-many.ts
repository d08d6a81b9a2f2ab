import { type ChildProcess, fork } from 'node:child_process'
import { chosenElectron } from '../../../build/setup/electron.mjs'
import type { Options } from './command-line.ts'
import { addReport, newReport, type Report } from './report.ts'

export interface Days extends Omit<Options, 'isStory'> {
  readonly isStory?: boolean
  /** All end with the first seed under which a law is broken; only the days of the process that found it are counted. */
  readonly stopsAtFirst?: boolean
}

/** Shares the days out among processes. */
export async function runMany(worker: string, options: Days): Promise<Report> {
  const report = newReport()
  const shares = Array.from({ length: options.jobs }, (_, index) => startShare(worker, options, index))
  const add = async (share: ChildProcess): Promise<void> => {
    const part = await reportOf(share)
    if (part === undefined) return
    addReport(report, part)
    if (options.stopsAtFirst && part.broken.length > 0) for (const other of shares) other.kill()
  }
  await Promise.all(shares.map(add))
  return report
}

/**
 * A simulated day leaves much garbage: with a small heap the collector never rests. There are as many
 * processes as processors, so no processor is left for a collector or a compiler beside each. TurboFan's
 * code is discarded at each odd turn of a world and compiled anew, so Maglev alone is faster
 * (docs/performance.md, the simulation's speed).
 */
const engine = ['--min-semi-space-size=32', '--max-semi-space-size=32', '--single-threaded', '--no-turbofan']

function startShare(
  worker: string,
  { seed, jobs, days, isHealthy, booksAtDoor, isStory = false, stopsAtFirst = false }: Days,
  index: number,
): ChildProcess {
  const share = {
    seed: seed + index,
    jobs,
    days: Math.ceil(days / jobs),
    isHealthy,
    booksAtDoor,
    isStory,
    stopsAtFirst,
  }
  return fork(worker, [JSON.stringify(share)], { ...asNode(), execArgv: engine })
}

/** Undefined from a process that was ended because another one had found the sought result. */
const reportOf = (share: ChildProcess): Promise<Report | undefined> =>
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
