import { type BookingId, runningAt } from '../booking/booking.ts'
import type { CheckingIn } from '../check-in/check-in.ts'
import type { Ending } from '../ending/ending.ts'
import type { Panel } from '../panel/panel.ts'
import type { Reading } from '../reading/reading.ts'
import type { Releasing } from '../release/release.ts'
import { type Instant, plus, seconds } from '../time/time.ts'

/** The outcomes of the last check-in, release and end, as long as each stays on the screen. */
export interface LastWords {
  readonly checkingIn: CheckingIn
  readonly releasing: Releasing
  readonly ending: Ending
}

/** How long each outcome stays on the screen, ms. */
const checkInStays = { done: seconds(3), refused: seconds(30) } as const
const endStays = { done: seconds(10), refused: seconds(30), uncertain: seconds(60) } as const
const releaseStays = {
  released: seconds(120),
  uncertain: seconds(60),
  // For people at the door nothing has changed. The journal has the reason.
  observed: 0,
  kept: 0,
} as const

export const lastWordsAt = (panel: Panel, now: Instant): LastWords => ({
  checkingIn: isOver(checkInEnds(panel), now) ? { kind: 'none' } : panel.checkingIn,
  releasing: releasingAt(panel, now),
  ending: endingAt(panel, now),
})

const isOver = (end: Instant | undefined, now: Instant): boolean => end !== undefined && now >= end

/** When the outcome of a check-in leaves the screen; undefined if none is shown. */
export const checkInEnds = ({ checkingIn }: Panel): Instant | undefined =>
  checkingIn.kind === 'settled' ? plus(checkingIn.at, checkInStays[checkingIn.outcome.kind]) : undefined

/** When the outcome of a release leaves the screen; undefined if none is shown. */
export const releaseEnds = ({ releasing }: Panel): Instant | undefined =>
  releasing.kind === 'settled' ? plus(releasing.at, releaseStays[releasing.outcome.kind]) : undefined

/** When the outcome of an end leaves the screen; undefined if none is shown. */
export const endEnds = ({ ending }: Panel): Instant | undefined =>
  ending.kind === 'settled' ? plus(ending.at, endStays[ending.outcome.kind]) : undefined

function endingAt(panel: Panel, now: Instant): Ending {
  const { ending, reading } = panel
  return isOver(endEnds(panel), now) || isSettledByReading(ending, reading, now) ? { kind: 'none' } : ending
}

function releasingAt(panel: Panel, now: Instant): Releasing {
  const { releasing, reading } = panel
  const isSettled =
    releasing.kind === 'settled' &&
    releasing.outcome.kind === 'uncertain' &&
    isGoneSince(releasing.at, releasing.booking.id, reading, now)
  return isOver(releaseEnds(panel), now) || isSettled ? { kind: 'none' } : releasing
}

/** An uncertain end is settled by a later reading that no longer has the meeting. */
const isSettledByReading = (ending: Ending, reading: Reading, now: Instant): boolean =>
  ending.kind === 'settled' &&
  ending.outcome.kind === 'uncertain' &&
  isGoneSince(ending.at, ending.booking, reading, now)

const isGoneSince = (at: Instant, booking: BookingId, { schedule }: Reading, now: Instant): boolean =>
  schedule !== undefined && schedule.readAt > at && runningAt(schedule.bookings, now)?.id !== booking
