import { dequal } from 'dequal/lite'
import type { Occupancy } from '../occupancy/occupancy.ts'
import type { ProblemCode } from '../reading/problem.ts'
import { type Instant, minutes, seconds } from '../time/time.ts'
import type { Snapshot } from './snapshot.ts'

/** What a door shows and how it is, for IT at a hub. Without names and titles. */
export interface DoorReport {
  readonly occupancy: Occupancy['kind']
  /** When the calendar was asked for what is shown. */
  readonly readAt?: Instant
  /** How long ago the page last reported a picture, ms. */
  readonly pageAge?: number
  /** The greatest error of the door's clock, ms; missing while it does not know the time. */
  readonly clockError?: number
  readonly lastProblem?: ProblemCode
}

/** What the snapshot does not say. */
export interface ReportFacts {
  readonly elapsed: number
  /** When the page last reported a picture, by the monotonic clock, ms. */
  readonly paintedAt: number | undefined
  readonly clockError: number
  /** Why the last reading failed, or one since the last report. */
  readonly lastProblem: ProblemCode | undefined
}

export function doorReportOf(
  { occupancy, connection }: Pick<Snapshot, 'occupancy' | 'connection'>,
  { elapsed, paintedAt, clockError, lastProblem }: ReportFacts,
): DoorReport {
  return {
    occupancy: occupancy.kind,
    ...(connection.readAt !== undefined && { readAt: connection.readAt }),
    ...(paintedAt !== undefined && { pageAge: Math.max(Math.round(elapsed - paintedAt), 0) }),
    ...(Number.isFinite(clockError) && { clockError: Math.ceil(clockError) }),
    ...(lastProblem && { lastProblem }),
  }
}

/** A change is told after this time at the earliest, and without one the door says every minute that all is as it was, ms. */
const soonest = seconds(10)
const latest = minutes(1)

/** When the next report is due, by the monotonic clock; what only grows older is no change. */
export const nextReportAt = (
  next: DoorReport,
  last: { readonly report: DoorReport; readonly at: number } | undefined,
): number =>
  last === undefined ? -Infinity : last.at + (dequal(lasting(next), lasting(last.report)) ? latest : soonest)

const lasting = ({ occupancy, lastProblem }: DoorReport): Pick<DoorReport, 'occupancy' | 'lastProblem'> => ({
  occupancy,
  ...(lastProblem && { lastProblem }),
})
