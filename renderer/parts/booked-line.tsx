import type { Booking } from '../../shared/domain/booking.ts'
import type { View } from '../view.ts'
import { PeopleLine } from './people-line.tsx'
import { Who } from './who.tsx'

/** For whom the room is booked, and until when. */
export function BookedLine({ booking, snapshot, language }: View & { readonly booking: Booking }) {
  const { words, formats } = language
  return (
    <PeopleLine>
      <Who booking={booking} words={words} /> · {words.until(formats.moment(booking.end, snapshot.today))}
    </PeopleLine>
  )
}
