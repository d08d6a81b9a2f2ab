import { runningAt } from '../booking/booking.ts'
import type { Reading } from '../reading/reading.ts'
import { type Instant, plus, seconds } from '../time/time.ts'
import { type Action, type ActionKind, type Actions, isInDoubt, type OutcomeKind } from './action.ts'

/** How long each outcome stays on the screen, ms. */
const stays: { readonly [Kind in ActionKind]: Readonly<Record<OutcomeKind<Kind>, number>> } = {
  checkIn: { done: seconds(3), refused: seconds(30) },
  end: { done: seconds(10), refused: seconds(30), uncertain: seconds(60) },
  // For people at the door nothing has changed by `observed` and `kept`. The journal has the reason.
  release: { released: seconds(120), uncertain: seconds(60), observed: 0, kept: 0 },
  // It leaves the screen with the administrator's menu.
  verdict: { done: Infinity, refused: Infinity, uncertain: Infinity },
}

/** When the outcome of an action leaves the screen; undefined if there is none yet. */
export function lastWordEnds(action: Action): Instant | undefined {
  if (action.stage !== 'settled') return undefined
  const ofItsKind: Readonly<Record<string, number>> = stays[action.kind]
  return plus(action.at, ofItsKind[action.outcome.kind] ?? 0)
}

/** The actions that the door shows at `now`: those under way, and those whose outcome still stays. */
export const spokenOf = (actions: Actions, reading: Reading, now: Instant): Actions =>
  actions.filter((action) => !isOver(lastWordEnds(action), now) && !isSettledByReading(action, reading, now))

const isOver = (end: Instant | undefined, now: Instant): boolean => end !== undefined && now >= end

/**
 * An uncertain outcome is settled by a later reading in which the meeting doesn't run. Not that of a verdict, which may be about a
 * meeting that was yet to begin.
 */
const isSettledByReading = (action: Action, { schedule }: Reading, now: Instant): boolean =>
  action.stage === 'settled' &&
  action.kind !== 'verdict' &&
  isInDoubt(action) &&
  schedule !== undefined &&
  schedule.readAt > action.at &&
  runningAt(schedule.bookings, now)?.id !== action.booking
