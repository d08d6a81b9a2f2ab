import { type Instant, instantOf } from '../time/time.ts'
import { monthAt } from './call-ledger.ts'

/**
 * Commands that run on a schedule, such as a `doctor` every five minutes, must not spend the calls that the
 * door needs. Together they get this part of the month's calls. They may make `commandCallsAtOnce` of them at
 * once, so that a person who looks for a fault is not held up.
 */
const part = 1 / 20
export const commandCallsAtOnce = 30

/**
 * When the panel's commands may call the calendar again; undefined if they may now. `made` are the times of
 * their calls in this month, the earliest first.
 */
export function commandsRestUntil(
  made: readonly Instant[],
  callsPerMonth: number,
  now: Instant,
): Instant | undefined {
  const { start, end } = monthAt(now)
  /** The time in which one call becomes available, ms. */
  const every = (end - start) / (callsPerMonth * part)
  /** When the time has paid for all calls made so far. */
  const settled = made.reduce<number>((until, at) => Math.max(until, at) + every, start)
  const free = settled - (commandCallsAtOnce - 1) * every
  return free <= now ? undefined : instantOf(free)
}
