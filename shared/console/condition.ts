import { silentSince } from '../line/silent-since.ts'
import { mostClockError } from '../release/may-release.ts'
import { type Instant, minutes, seconds } from '../time/time.ts'
import type { DoorRow } from './door-row.ts'

/**
 * How a door is, the worst first:
 *
 * - `cloned`: two tablets have its identity
 * - `silent`: it was heard, and is not any more
 * - `page`: its program speaks, and its page has painted nothing for long
 * - `blind`: it can't say whether the room is free
 * - `clock`: it does not know the time, or not well enough for a release
 * - `problem`: its last reading failed
 * - `unheard`: it was enrolled, and never heard
 */
export const conditions = [
  'cloned',
  'silent',
  'page',
  'blind',
  'clock',
  'problem',
  'unheard',
  'well',
] as const

export type Condition = (typeof conditions)[number]

/** A page paints every minute at least. Ms. */
const longestPageAge = minutes(1) + seconds(30)

export function conditionOf(row: DoorRow, now: Instant): Condition {
  if (row.isCloned) return 'cloned'
  if (row.isHere === false || silentSince(row, now) !== undefined) return 'silent'
  if (row.occupancy === undefined) return 'unheard'
  if (row.pageAge !== undefined && row.pageAge > longestPageAge) return 'page'
  if (row.occupancy === 'unknown' || row.occupancy === 'notSetUp') return 'blind'
  if (row.clockError === undefined || row.clockError > mostClockError) return 'clock'
  return row.lastProblem === undefined ? 'well' : 'problem'
}
