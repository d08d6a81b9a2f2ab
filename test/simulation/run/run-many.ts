import { fork } from 'node:child_process'
import { chosenElectron } from '../../../build/setup/electron.mjs'
import type { Options } from './command-line.ts'
import { addReport, newReport, type Report } from './report.ts'

export interface Days extends Omit<Options, 'isStory'> {
  readonly isStory?: boolean
  /** Each process ends with the first seed under which a law is broken. */
  readonly stopsAtFirst?: boolean
}

/** Shares the days out among processes. */
export async function runMany(worker: string, options: Days): Promise<Report> {
  const report = newReport()
  const shares = Array.from({ length: options.jobs }, (_, index) => index)
  for (const part of await Promise.all(shares.map((index) => runShare(worker, options, index))))
    addReport(report, part)
  return report
}

/**
 * A simulated day leaves much behind that nobody needs any more: with a small heap the collector has no rest. And there are
 * as many processes as processors: none is left over for a collector beside each.
 */
const heap = ['--min-semi-space-size=32', '--max-semi-space-size=32', '--single-threaded-gc']

function runShare(
  worker: string,
  { seed, jobs, days, isHealthy, isStory = false, stopsAtFirst = false }: Days,
  index: number,
): Promise<Report> {
  const share = { seed: seed + index, jobs, days: Math.ceil(days / jobs), isHealthy, isStory, stopsAtFirst }
  return new Promise((resolve, reject) => {
    const child = fork(worker, [JSON.stringify(share)], { ...asNode(), execArgv: heap })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker is of the same version, and sends nothing else
    child.once('message', (report) => resolve(report as Report))
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new Error(`A process of the simulation ended: ${code ?? signal}`)),
    )
  })
}

/** The panel's own Electron, without a window: the engine that the panel has at the door, and twice as fast as Node 20's. */
function asNode() {
  const electron = chosenElectron()
  if (electron === undefined) throw new Error('There is no Electron yet: npm run setup')
  return { execPath: `${electron.folder}/electron`, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }
}
