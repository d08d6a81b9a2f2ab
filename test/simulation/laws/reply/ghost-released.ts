import { hours, seconds } from '../../../../shared/time/time.ts'
import type { Instance } from '../../../../simulator/calendar/event.ts'
import type { Door } from '../door.ts'
import { mayCover, nameOf, oneStay, organizerOf, type Presence } from '../presence.ts'
import { graceEnd } from './release-earned.ts'

/** How long after the deadline a no-show may still have the room. */
const atMost = seconds(5)

/**
 * The healthy mode has no faults, so no ghost stays. Each booking that is listed before its start is examined
 * when its grace is over, independent of the panel's own reports; after a touch of the screen, when the new
 * grace is over.
 */
export function expectRelease(door: Door, stay: Instance): void {
  const { time, everything } = door
  const { crowded } = everything
  const name = nameOf(stay)
  const { opensBefore, grace } = door.rules.current()
  if (time.now() >= stay.start || door.hasFewCalls) return
  // Of two at the same time the second waits until the first is released, also where it is moved to.
  const noteCrowd = (): void => {
    if (isBesideAnother(door, name)) crowded.push({ uid: stay.event.uid, start: stay.start })
  }
  time.at(Math.max(stay.start - opensBefore, time.now()), noteCrowd)
  time.at(stay.start, noteCrowd)
  const lookAt = (end: number): void =>
    void time.at(end + atMost, () => {
      const later = graceEnd(door, stay, { opensBefore, grace }, atMost)
      if (later > end) return lookAt(later)
      const standing = staysAround(door).find((one) => nameOf(one) === name && one.end > time.now())
      if (
        standing !== undefined &&
        !crowded.some((one) => isMoved(one, stay)) &&
        !isBesideAnother(door, name) &&
        isGhost(door, standing)
      )
        door.court.accuse('no ghost stays', name)
    })
  lookAt(stay.start + grace)
}

const staysAround = ({ world, room, time }: Door): readonly Instance[] =>
  world.staysIn(room, { from: time.now() - hours(24), to: time.now() + hours(24) })

/** A booking without people that may be released. */
function isGhost(door: Door, stay: Instance): boolean {
  const { everything } = door
  const { exempt, exemptFrom } = door.rules.current()
  const isExempt = stay.end - stay.start >= exemptFrom || exempt.includes(stay.event.organizer.name)
  const around = staysAround(door)
  // People who tapped too late are there for the next meeting, too.
  const isTaken = [...everything.taps.values(), ...everything.checkIns].some(
    (one) => isMoved(one, stay) || mayCover({ ...one, ...one.atMost }, stay, around),
  )
  // Who takes the room again after a release keeps it: there is one release for each booking.
  const isAttempted = everything.attempted.has(nameOf(stay))
  // The button was gone, until the organiser brought it back.
  const isEnded = everything.endedAt.has(stay.event.uid)
  const isOff = everything.mayBeHarmed
  return !isOff && !isExempt && !isTaken && !isAttempted && !isEnded
}

/** A meeting that is moved when it is over may have its people with it. */
const isMoved = ({ uid, start }: Pick<Presence, 'uid' | 'start'>, stay: Instance): boolean =>
  uid === stay.event.uid && Math.abs(start - stay.start) < hours(24)

/** Whether another one overlaps it, or stands right before it, of the same organiser, whose people may be in the room. */
function isBesideAnother(door: Door, name: string): boolean {
  const around = staysAround(door)
  const stay = around.find((one) => nameOf(one) === name)
  return stay !== undefined && around.some((one) => nameOf(one) !== name && isBeside(one, stay))
}

const isBeside = (one: Instance, stay: Instance): boolean =>
  one.start < stay.end && one.end + (organizerOf(one) === organizerOf(stay) ? oneStay : 0) > stay.start
