import type { ChildProcess } from 'node:child_process'
import { reportOf, startShares } from '../../simulation/run/processes.ts'
import { addWorlds, newWorldsReport, type WorldsReport } from './worlds-report.ts'

export interface Worlds {
  readonly worlds: number
  readonly seed: number
  /** Processes. */
  readonly jobs: number
  /** All end with the first seed under which a law is broken. */
  readonly stopsAtFirst: boolean
}

/** Shares the worlds out among processes. */
export async function runWorlds(worker: string, options: Worlds): Promise<WorldsReport> {
  const report = newWorldsReport()
  const { worlds, seed, jobs } = options
  const processes = startShares(
    worker,
    Array.from({ length: jobs }, (_, index) => ({
      ...options,
      seed: seed + index,
      worlds: Math.ceil(worlds / jobs),
    })),
  )
  const add = async (share: ChildProcess): Promise<void> => {
    const part = await reportOf<WorldsReport>(share)
    if (part === undefined) return
    addWorlds(report, part)
    if (options.stopsAtFirst && part.broken.length > 0) for (const other of processes) other.kill()
  }
  await Promise.all(processes.map(add))
  return report
}
