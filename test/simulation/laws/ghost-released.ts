import type { Instance } from '../../../main/simulator/calendar/event.ts'
import { hours, minutes, seconds } from '../../../shared/domain/time.ts'
import type { Door } from './door.ts'
import { type ButtonShown, countsFor, nameOf } from './memory.ts'

/** How long after the deadline a no-show may still have the room. */
const atMost = seconds(5)

/** With the calls that healthy days have, a schedule is read at least so often, ms. */
const longestInterval = minutes(30)

/**
 * The healthy mode: nothing goes wrong, so no ghost stays. Each button that a page begins to show is looked at again when the
 * grace is over by it; each booking, when the grace is over by its start.
 */
export function expectRelease(door: Door, name: string, button: ButtonShown): void {
  const { time, policy, court, memory } = door
  const start = Number(name.slice(name.lastIndexOf('/') + 1)) * 1000
  time.at(Math.max(start, button.since) + policy.grace + atMost, () => {
    const isTheSame = memory.buttons.get(name) === button && button.since <= time.now() - policy.grace
    const stay = staysAround(door).find((one) => nameOf(one) === name && one.end > time.now())
    if (isTheSame && stay !== undefined && isGhost(door, stay)) court.accuse('no ghost stays', name)
  })
}

/** Looks at the end of its grace whether a booking that has long been known is still there, though nobody came. */
export function expectNoGhost(door: Door, start: number): void {
  const { time, policy, court } = door
  const knownBy = start - longestInterval - minutes(2)
  if (knownBy < time.now()) return
  const known = new Set<string>()
  time.at(knownBy, () => {
    for (const stay of staysAround(door)) if (stay.start === start) known.add(`${nameOf(stay)} ${stay.end}`)
  })
  // Of two at the same time the second waits until the first is released.
  time.at(start, () => {
    for (const stay of staysAround(door))
      if (isOverlapped(door, stay)) known.delete(`${nameOf(stay)} ${stay.end}`)
  })
  time.at(start + policy.grace + atMost, () => {
    for (const stay of staysAround(door)) {
      const isKnown = known.has(`${nameOf(stay)} ${stay.end}`) && stay.end > time.now()
      if (isKnown && isGhost(door, stay)) court.accuse('no ghost stays', `${nameOf(stay)} from the start`)
    }
  })
}

const staysAround = ({ world, room, time }: Door): readonly Instance[] =>
  world.staysIn(room, { from: time.now() - hours(24), to: time.now() + hours(24) })

/** A booking of its own, that nobody came to and that may be released. */
function isGhost(door: Door, stay: Instance): boolean {
  const { policy, memory, everything } = door
  const isExempt =
    stay.end - stay.start >= policy.exemptFrom || policy.exempt.includes(stay.event.organizer.name)
  const isTaken =
    memory.taps.has(nameOf(stay)) ||
    everything.checkIns.some((one) => countsFor(one, stay.event.uid, stay.start, stay.end))
  // Who takes the room again after a release keeps it: there is one reply for each booking.
  const isAttempted = everything.releases.has(nameOf(stay))
  const isOff = everything.harmedAt !== undefined
  const isAlone = !isOverlapped(door, stay) && !isStay(door, stay)
  return !isOff && isAlone && !isExempt && !isTaken && !isAttempted
}

/** Whether it follows another booking of its organiser, whose people may still be in the room. */
const isStay = (door: Door, stay: Instance): boolean =>
  staysAround(door).some(
    ({ event, end }) =>
      event.organizer.name === stay.event.organizer.name &&
      end <= stay.start &&
      stay.start - end <= minutes(5),
  )

const isOverlapped = (door: Door, stay: Instance): boolean =>
  staysAround(door).some(
    (one) => nameOf(one) !== nameOf(stay) && one.start < stay.end && one.end > stay.start,
  )
