import type { Wish } from '../../../../shared/reserving/wish.ts'
import { hours, minutes, seconds } from '../../../../shared/time/time.ts'
import type { Tally } from '../../people/office.ts'
import { type Door, seenAt } from '../door.ts'
import { type Attempt, isLeftOver, newAttempt, yesOf } from './attempt.ts'
import { attemptsAt, isBeyondReach } from './attempts.ts'
import { timeOfDay } from './local-time.ts'

/** A touch is answered by then, ms. */
const answeredWithin = 100
/** A visitor is told an end by then, ms. */
const toldWithin = seconds(120)
/** Without trouble what is neither booked nor gone is taken out of the calendar in this time, ms. */
const cleanedWithin = minutes(8)
/** What no disk knows any more is found each night from this hour on, ms after midnight, and is gone after so long, ms. */
const swept = { from: hours(3), within: minutes(20) }
/** Who is busy with trouble so long before, ms, may miss the hour. */
const beforeSweep = minutes(5)

/**
 * A visitor taps on a length: the panel is held to it from now on. Who taps before the door could answer another tap is
 * told what becomes of that one.
 */
export function expectEnd(door: Door, wish: Wish['kind'], tally: Tally): Attempt {
  const { time, tablet, memory, everything } = door
  const last = attemptsAt(door).at(-1)
  const isUnanswered = last !== undefined && last.told === undefined && !last.isForgotten
  if (isUnanswered && time.now() - last.tappedAt < answeredWithin) return last
  const attempt = newAttempt(tablet.name, time.now(), wish)
  everything.attempts.push(attempt)
  const isSame = (): boolean =>
    door.memory === memory &&
    tablet.isRunning() &&
    memory.upsetUntil < attempt.tappedAt &&
    !tablet.program().tabletTime.isAsleep()
  time.after(answeredWithin, () => {
    const seen = isSame() ? seenAt(door) : undefined
    if (seen?.reserving.kind === 'none')
      door.court.accuse('B7 a tap is answered at once', `${tablet.name} says nothing`)
  })
  time.after(toldWithin, () => {
    if (isSame() && seenAt(door) !== undefined && attempt.told === undefined && !attempt.isForgotten)
      door.court.accuse('B7 each attempt is told an end', `${tablet.name} has not said what became of it`)
  })
  time.after(seconds(60), () => lookAfter(door, attempt, tally))
  return attempt
}

/** Law 2 of booking: looks until the attempt's events are booked or gone, or are over. */
function lookAfter(door: Door, attempt: Attempt, tally: Tally): void {
  const { time, court, tablet } = door
  const left = attempt.events.find((event) => isOrphan(attempt, event))
  // What no disk knows any more is found by the other room's own panel, if it has one.
  if (left === undefined || (attempt.isLost && attempt.wish === 'elsewhere')) return
  noteOff(door)
  if (isOverdue(door, attempt)) {
    tally.orphans++
    const what = yesOf(left) === undefined ? 'without a room' : 'which was not told'
    return court.accuse('B2 an event ends booked or gone', `${tablet.name}: ${left.uid}, ${what}`)
  }
  time.after(minutes(1), () => lookAfter(door, attempt, tally))
}

/** A door at which booking is off sweeps nothing. */
function noteOff({ tablet, memory, time }: Door): void {
  if (tablet.configuration().booking.who === 'off')
    memory.troubleUntil = Math.max(memory.troubleUntil, time.now())
}

function isOverdue(door: Door, attempt: Attempt): boolean {
  const now = door.time.now()
  const calm = Math.max(calmSince(door, attempt), attempt.tappedAt + seconds(60))
  if (!attempt.isLost && !attempt.isLate) return now - calm > cleanedWithin
  const night = now - timeOfDay(door.zone, now) + swept.from
  return now > night + swept.within && calm < night - beforeSweep
}

/** The room took it although the visitor was told that it did not, or did not take it. */
const isOrphan = ({ told, isTouched }: Attempt, event: Attempt['events'][number]): boolean => {
  // People may move a booking to where the room declines it, also before anybody saw that it was booked.
  if (isLeftOver(event)) return !isTouched || told === 'notBooked' || told === 'uncertain'
  return told !== undefined && told !== 'booked' && !event.isDeleted
}

/** Since when this door's program runs on a tablet and a line on which it can work. */
function calmSince(door: Door, attempt: Attempt): number {
  const { tablet, memory, time } = door
  if (!tablet.isRunning() || tablet.program().tabletTime.isAsleep()) return time.now()
  // A panel takes nothing up before it knows what time it is, and believes no answer without a date until then.
  if (memory.knowsTimeSince === undefined || isBeyondReach(door, attempt)) return time.now()
  return Math.max(memory.knowsTimeSince, memory.troubleUntil, memory.upsetUntil)
}
