import type { Booking } from '../../../shared/booking/booking.ts'
import type { Instant } from '../../../shared/time/time.ts'
import type { View } from '../../view.ts'
import { Who } from '../who.tsx'
import { PeopleLine } from './people-line.tsx'

export interface BookedLineProps extends View {
  readonly booking: Booking
  readonly until: Instant
}

/** The people of the booking, and when it ends. */
export function BookedLine({ booking, until, snapshot, language }: BookedLineProps) {
  const { words, formats } = language
  return (
    <PeopleLine>
      <Who booking={booking} words={words} /> · {words.until(formats.moment(until, snapshot.today))}
    </PeopleLine>
  )
}
