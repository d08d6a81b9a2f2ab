import type { Booking } from '../../../shared/domain/booking.ts'
import { seconds } from '../../../shared/domain/time.ts'
import type { Door } from '../laws/door.ts'
import { type Office, seenAt, someDoor } from './office.ts'

/** How long somebody waits for a button that isn't there, and how often. */
const between = seconds(20)

/** Somebody wants to check in to their meeting, and tries again for some time if the door doesn't let them. */
export function tapCheckIn(office: Office, uid: string, tries = 8): void {
  const door = office.doors[0]
  const booking = door && seenAt(door)?.checkIns.find(({ meeting }) => meeting === uid)
  if (door !== undefined && booking !== undefined) return tap(office, door, booking)
  if (tries > 1) office.time.after(between, () => tapCheckIn(office, uid, tries - 1))
}

function tap({ tell, tally, time }: Office, door: Door, booking: Booking): void {
  const { panel } = door.tablet.program()
  tell(() => `somebody taps check-in to ${booking.id}`)
  tally.taps++
  void panel.touch()
  const { meeting, start, end } = booking
  if (!door.memory.taps.has(booking.id)) door.memory.taps.set(booking.id, { uid: meeting, start, end })
  void panel.checkIn(booking.id)
  // Impatient people tap twice.
  if (booking.start % 7 === 0) time.after(200, () => void panel.checkIn(booking.id))
}

/** Somebody in the room says that the meeting is over. */
export function tapEnd(office: Office, uid: string): void {
  const door = someDoor(office)
  const occupancy = seenAt(door)?.occupancy
  if (occupancy === undefined || !('booking' in occupancy)) return
  if (occupancy.booking.meeting !== uid || occupancy.kind === 'checkInOpen') return
  const { panel } = door.tablet.program()
  const { id } = occupancy.booking
  office.tell(() => `somebody ends ${id}`)
  office.tally.ends++
  const { confirmed } = door.everything
  confirmed.set(uid, (confirmed.get(uid) ?? 0) + 1)
  void panel.touch()
  void panel.endMeeting(id)
}

/** Somebody walks by, and touches the screen without a plan. */
export function walkBy(office: Office): void {
  const door = someDoor(office)
  if (seenAt(door) !== undefined) void door.tablet.program().panel.touch()
}
