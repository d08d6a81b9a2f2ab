import { type BookingId, runningAt } from '../booking/booking.ts'
import type { CheckingIn } from '../check-in/check-in.ts'
import type { Ending } from '../ending/ending.ts'
import type { Panel } from '../panel/panel.ts'
import type { Reading } from '../reading/reading.ts'
import type { Releasing } from '../release/release.ts'
import { type Instant, plus, seconds } from '../time/time.ts'

/**
 * The last word about what somebody did, or what the panel did by itself: it stays on the screen for some time, and no
 * longer.
 */
export interface LastWords {
  readonly checkingIn: CheckingIn
  readonly releasing: Releasing
  readonly ending: Ending
}

/** How long each word stays, ms. */
const checkInStays = { done: seconds(3), refused: seconds(30) } as const
const endStays = { done: seconds(10), refused: seconds(30), uncertain: seconds(60) } as const
const releaseStays = {
  released: seconds(120),
  uncertain: seconds(60),
  // Nothing has changed for anybody at the door; why is in the journal.
  observed: 0,
  kept: 0,
} as const

export const lastWordsAt = (panel: Panel, now: Instant): LastWords => ({
  checkingIn: isOver(checkInEnds(panel), now) ? { kind: 'none' } : panel.checkingIn,
  releasing: releasingAt(panel, now),
  ending: endingAt(panel, now),
})

const isOver = (end: Instant | undefined, now: Instant): boolean => end !== undefined && now >= end

/** When the word about a check-in goes, if it stands there. */
export const checkInEnds = ({ checkingIn }: Panel): Instant | undefined =>
  checkingIn.kind === 'settled' ? plus(checkingIn.at, checkInStays[checkingIn.outcome.kind]) : undefined

/** The same of a release. */
export const releaseEnds = ({ releasing }: Panel): Instant | undefined =>
  releasing.kind === 'settled' ? plus(releasing.at, releaseStays[releasing.outcome.kind]) : undefined

/** The same of an end. */
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

/** A later reading that no longer has the meeting takes the doubt away. */
const isSettledByReading = (ending: Ending, reading: Reading, now: Instant): boolean =>
  ending.kind === 'settled' &&
  ending.outcome.kind === 'uncertain' &&
  isGoneSince(ending.at, ending.booking, reading, now)

const isGoneSince = (at: Instant, booking: BookingId, { schedule }: Reading, now: Instant): boolean =>
  schedule !== undefined && schedule.readAt > at && runningAt(schedule.bookings, now)?.id !== booking
