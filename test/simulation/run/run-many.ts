import { Worker } from 'node:worker_threads'
import type { Options } from './command-line.ts'
import { addReport, newReport, type Report } from './report.ts'

export interface Days extends Omit<Options, 'isStory'> {
  /** Each thread ends with the first seed under which a law is broken. */
  readonly stopsAtFirst?: boolean
}

/** Shares the days out among threads. */
export async function runMany(worker: string, options: Days): Promise<Report> {
  const report = newReport()
  const shares = Array.from({ length: options.jobs }, (_, index) => index)
  for (const part of await Promise.all(shares.map((index) => runShare(worker, options, index))))
    addReport(report, part)
  return report
}

/** A simulated day leaves much behind that nobody needs any more: with a small heap the collector has no rest. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 }

const runShare = (
  worker: string,
  { seed, jobs, days, isHealthy, stopsAtFirst = false }: Days,
  index: number,
): Promise<Report> =>
  new Promise((resolve, reject) => {
    const workerData = { seed: seed + index, jobs, days: Math.ceil(days / jobs), isHealthy, stopsAtFirst }
    const thread = new Worker(worker, { workerData, resourceLimits })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
