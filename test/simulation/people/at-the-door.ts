import type { Booking } from '../../../shared/booking/booking.ts'
import { seconds } from '../../../shared/time/time.ts'
import { type Door, refuseDisk, seenAt } from '../laws/door.ts'
import { expectReading } from '../laws/picture/blind-door.ts'
import type { Presence } from '../laws/presence.ts'
import { nameOf, organizerOf } from '../laws/presence.ts'
import { note, type Office, someDoor } from './office.ts'

/** How long a visitor waits for a missing button. Ms. */
const between = seconds(20)

/**
 * A visitor wants to check in to their meeting at any door of the room, and tries again for some time if it
 * fails.
 */
export function tapCheckIn(office: Office, uid: string, tries = 8): void {
  const door = someDoor(office)
  const booking = buttonFor(office, door, uid)
  if (booking !== undefined) return tap(office, door, booking)
  touch(office, door)
  if (tries > 1) office.time.after(between, () => tapCheckIn(office, uid, tries - 1))
}

/** A visitor tries once, sits down, and never looks at the door again. */
export function tryOnce(office: Office, uid: string): void {
  const { dice, tally, time } = office
  const door = someDoor(office)
  const booking = buttonFor(office, door, uid)
  const leader = leaderOf(office)
  if (booking === undefined && leader !== undefined && leader !== door) {
    note(tally, 'came to the second panel')
    touch(office, door)
    // Some don't read where to check in.
    if (dice.chance(0.7)) time.after(seconds(dice.between(5, 20)), () => tryOnceAt(office, leader, uid))
    return
  }
  tryOnceAt(office, door, uid)
}

/** The panel that lets people check in. */
const leaderOf = ({ doors }: Office): Door | undefined => doors.find(({ rules }) => !rules.current().follower)

function tryOnceAt(office: Office, door: Door, uid: string): void {
  const { dice, tally, tell } = office
  const booking = buttonFor(office, door, uid)
  if (booking === undefined) {
    tell(() => `somebody finds no button for ${uid}, and sits down`)
    note(tally, 'turned away')
    touch(office, door)
    return sitDown(office, uid, 'noButton')
  }
  if (dice.chance(0.6)) return tap(office, door, booking)
  tell(() => `somebody touches in vain for ${uid}, and sits down`)
  // For too long, with a slide, or with the palm: the page tells of the touch, and no more.
  note(tally, 'touched in vain')
  touch(office, door)
  sitDown(office, uid, 'inVain')
}

/** Remembers who sits in the room now, and for which booking, as far as that has begun or its window may be open. */
function sitDown(
  { world, room, time, everything }: Office,
  uid: string,
  because: 'noButton' | 'inVain',
): void {
  const at = time.now()
  for (const stay of world.staysIn(room, { from: at, to: at + longestWindow }))
    if (stay.event.uid === uid) everything.sitters.push({ uid, name: nameOf(stay), at, because })
}

/** Check-in opens an hour before the start at most. Ms. */
const longestWindow = seconds(3600)

/** People who come to a meeting that was booked again go by its times and its title. */
const buttonFor = ({ everything }: Office, door: Door, uid: string): Booking | undefined =>
  seenAt(door)?.checkIns.find(({ meeting }) => meeting === uid || meeting === everything.successors.get(uid))

/** A touch of the screen, with or without an effect. */
export function touch({ time }: Office, door: Door): void {
  if (seenAt(door) === undefined) return
  door.touches.push(time.now())
  if (door.isHealthy) expectReading(door)
  void door.tablet.program().panel.touch()
}

function tap(office: Office, door: Door, booking: Booking): void {
  const { tell, tally, time, everything } = office
  const { panel } = door.tablet.program()
  tell(() => `somebody taps check-in to ${booking.id} at ${door.tablet.name}`)
  tally.taps++
  touch(office, door)
  if (!door.isHealthy && office.dice.chance(0.02)) refuseTap(office, door)
  if (!everything.taps.has(booking.id)) everything.taps.set(booking.id, presenceOf(office, door, booking))
  void panel.checkIn(booking.id)
  // Impatient people tap twice.
  if (booking.start % 7 === 0) time.after(200, () => void panel.checkIn(booking.id))
}

/** In this very moment the disk refuses a write, and is well again soon. */
function refuseTap({ dice, tally }: Office, door: Door): void {
  note(tally, 'a tap that the disk refused')
  refuseDisk(door, 'EIO', seconds(dice.between(1, 20)))
}

function presenceOf({ time }: Office, { memory }: Door, { id, meeting, start, end }: Booking): Presence {
  const stay = memory.reading?.stays.find((one) => nameOf(one) === id)
  const organizer = stay && organizerOf(stay)
  return {
    name: id,
    uid: meeting,
    organizer,
    start,
    end,
    atMost: { start, end },
    changedAt: time.now(),
    isFollowed: false,
    endedAt: Infinity,
    isLost: false,
  }
}

/**
 * A person in the room says that the meeting is over. Some say it again while the panel still waits for the
 * result; some of them hit the next meeting with it, if the screen shows that one by then.
 */
export function tapEnd(office: Office, uid: string): void {
  const door = someDoor(office)
  endAt(office, door, uid)
  if (!office.dice.chance(0.15)) return
  note(office.tally, 'ended twice')
  const takesAny = office.dice.chance(0.3)
  office.time.after(office.dice.between(300, 9000), () => {
    const shown = takesAny ? shownAt(door) : undefined
    if (shown !== undefined && shown !== uid) note(office.tally, 'ended the next one, too')
    endAt(office, door, shown ?? uid)
  })
}

/** The meeting that the screen names. */
function shownAt(door: Door): string | undefined {
  const occupancy = seenAt(door)?.occupancy
  return occupancy !== undefined && 'booking' in occupancy ? occupancy.booking.meeting : undefined
}

function endAt(office: Office, door: Door, uid: string): void {
  const occupancy = seenAt(door)?.occupancy
  if (occupancy === undefined || !('booking' in occupancy)) return
  if (occupancy.booking.meeting !== uid || occupancy.kind === 'checkInOpen') return
  const { panel } = door.tablet.program()
  const { id } = occupancy.booking
  office.tell(() => `somebody ends ${id}`)
  office.tally.ends++
  const { confirmed, endAskedAt } = door.everything
  endAskedAt.set(uid, office.time.now())
  confirmed.set(uid, (confirmed.get(uid) ?? 0) + 1)
  touch(office, door)
  void panel.endMeeting(id)
}

/** A passer-by touches the screen without a plan. */
export function walkBy(office: Office): void {
  touch(office, someDoor(office))
}
