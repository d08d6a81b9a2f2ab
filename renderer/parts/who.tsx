import { type Booking, isPrivate } from '../../shared/domain/booking.ts'
import type { Words } from '../words/words.ts'

/** Who has the room, as far as anybody may know. */
export function Who({ booking, words }: { readonly booking: Booking; readonly words: Words }) {
  if (isPrivate(booking)) return <>{words.privateBooking}</>
  // Names of right-to-left scripts keep to themselves.
  return <bdi>{booking.organizer?.name ?? words.booked}</bdi>
}
