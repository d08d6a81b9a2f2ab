import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { Instant } from '../../shared/time/time.ts'

/** What a door says, in one line. */
export function shownBy({
  occupancy,
  room,
  timeZone,
}: Pick<Snapshot, 'occupancy' | 'room' | 'timeZone'>): string {
  const name = room.name ?? ''
  const at = (instant: Instant): string =>
    new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(instant)
  switch (occupancy.kind) {
    case 'free':
      return `${name}: free${occupancy.until === undefined ? '' : ` until ${at(occupancy.until)}`}`
    case 'checkInOpen':
      return `${name}: check-in is open for ${meeting(occupancy.booking)}`
    case 'awaitingCheckIn':
      return `${name}: booked until ${at(occupancy.until)}, and nobody has checked in to ${meeting(occupancy.booking)}`
    case 'inUse':
      return `${name}: in use until ${at(occupancy.until)}, ${meeting(occupancy.booking)}`
    case 'unknown':
      return `${name}: not known (${occupancy.reason})`
    case 'outOfService':
    case 'reserving':
    case 'notSetUp':
      return `${name}: ${occupancy.kind}`
  }
}

const meeting = ({ title, organizer }: Snapshot['bookings'][number]): string =>
  `“${title ?? organizer?.name ?? 'a private meeting'}”`
