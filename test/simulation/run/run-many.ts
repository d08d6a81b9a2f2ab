import type { ChildProcess } from 'node:child_process'
import type { Options } from './command-line.ts'
import { reportOf, startShares } from './processes.ts'
import { addReport, newReport, type Report } from './report.ts'

export interface Days extends Omit<Options, 'isStory'> {
  readonly isStory?: boolean
  /** All end with the first seed under which a law is broken; only the days of the process that found it are counted. */
  readonly stopsAtFirst?: boolean
}

/** Lives the worlds of these seeds, in one process. */
export async function runSeeds(worker: string, seeds: readonly number[], isHealthy = false): Promise<Report> {
  const share = {
    seed: 0,
    jobs: 1,
    days: 0,
    isHealthy,
    booksAtDoor: false,
    isStory: false,
    stopsAtFirst: false,
  }
  const [process] = startShares(worker, [{ ...share, seeds }])
  return (process && (await reportOf<Report>(process))) ?? newReport()
}

/** Shares the days out among processes. */
export async function runMany(worker: string, options: Days): Promise<Report> {
  const report = newReport()
  const { seed, jobs, days, isStory = false, stopsAtFirst = false } = options
  const processes = startShares(
    worker,
    Array.from({ length: jobs }, (_, index) => ({
      ...options,
      seed: seed + index,
      days: Math.ceil(days / jobs),
      isStory,
      stopsAtFirst,
    })),
  )
  const add = async (share: ChildProcess): Promise<void> => {
    const part = await reportOf<Report>(share)
    if (part === undefined) return
    addReport(report, part)
    if (stopsAtFirst && part.broken.length > 0) for (const other of processes) other.kill()
  }
  await Promise.all(processes.map(add))
  return report
}
