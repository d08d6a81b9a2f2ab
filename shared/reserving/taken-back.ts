import { type Actions, actionOf } from '../action/action.ts'
import { type Instant, instantOf, minutes, plus } from '../time/time.ts'
import { freeStretch, type RoomToBook } from './bookable-lengths.ts'
import type { Bookable } from './wish.ts'

/** How long after a release its people can take the room back, ms. */
const offeredFor = minutes(5)

/** A booking is proven or gone a minute after the tap. One that is over by then would leave its visitor without a word. Ms. */
const shortestRest = minutes(2)

/**
 * The rest of the booking that the panel has just released. It is booked anew, because no page says that the
 * calendar restores a released booking.
 */
export function takenBack(room: RoomToBook, actions: Actions, now: Instant): readonly Bookable[] {
  const release = actionOf(actions, 'release')
  if (release?.stage !== 'settled' || release.outcome.kind !== 'released') return []
  const free = freeStretch(room, now)
  if (free === undefined || now >= plus(release.at, offeredFor)) return []
  const end = instantOf(Math.min(free.end, release.listed.end))
  if (end < plus(now, shortestRest)) return []
  return [{ wish: { kind: 'takeBack' }, start: free.start, end }]
}
