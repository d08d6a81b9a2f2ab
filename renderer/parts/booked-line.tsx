import type { Booking } from '../../shared/domain/booking.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { View } from '../view.ts'
import { PeopleLine } from './people-line.tsx'
import { Who } from './who.tsx'

export interface BookedLineProps extends View {
  readonly booking: Booking
  readonly until: Instant
}

/** For whom the room is booked, and until when it is. */
export function BookedLine({ booking, until, snapshot, language }: BookedLineProps) {
  const { words, formats } = language
  return (
    <PeopleLine>
      <Who booking={booking} words={words} /> · {words.until(formats.moment(until, snapshot.today))}
    </PeopleLine>
  )
}
