import type { Booking } from '../../shared/booking/booking.ts'
import { timeLeft } from '../model/time-left.ts'
import { Foot } from '../parts/foot.tsx'
import { BookedLine } from '../parts/lines/booked-line.tsx'
import { Headline } from '../parts/lines/headline.tsx'
import { TimeLine } from '../parts/lines/time-line.tsx'
import type { ActiveView } from '../view.ts'

export interface CheckInOpenScreenProps extends ActiveView {
  readonly booking: Booking
}

/** A meeting is about to start, and no check-in has been made. */
export function CheckInOpenScreen({ booking, ...view }: CheckInOpenScreenProps) {
  const { words, formats } = view.language
  return (
    <>
      <Headline kind="checkInOpen" words={words} />
      <TimeLine
        first={words.startsAt(formats.moment(booking.start, view.snapshot.today))}
        then={words.startsIn(formats.duration(timeLeft(booking.start, view.now)))}
      />
      <BookedLine booking={booking} until={booking.end} {...view} />
      <Foot {...view} />
    </>
  )
}
