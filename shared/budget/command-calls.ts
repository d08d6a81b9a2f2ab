import { type Instant, instantOf } from '../time/time.ts'
import { monthAt } from './call-ledger.ts'

/**
 * Commands that run by themselves, as a `doctor` every five minutes, must not spend what the door lives on: together they have
 * this part of the month's calls, and so many at once that somebody who looks for a fault is not held up.
 */
const part = 1 / 20
export const commandCallsAtOnce = 30

/**
 * Until when commands of a panel with so many calls a month let the calendar alone; undefined if they may ask. `made` are the
 * times of their calls in this month, the earliest first.
 */
export function commandsRestUntil(
  made: readonly Instant[],
  callsPerMonth: number,
  now: Instant,
): Instant | undefined {
  const { start, end } = monthAt(now)
  /** One call each such time, ms. */
  const every = (end - start) / (callsPerMonth * part)
  /** When all calls up to now are made up for. */
  const settled = made.reduce<number>((until, at) => Math.max(until, at) + every, start)
  const free = settled - (commandCallsAtOnce - 1) * every
  return free <= now ? undefined : instantOf(free)
}
