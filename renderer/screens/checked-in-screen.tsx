import type { Booking } from '../../shared/booking/booking.ts'
import { Which } from '../parts/which.tsx'
import type { View } from '../view.ts'
import { Tick } from '../parts/tick.tsx'

export interface CheckedInScreenProps extends View {
  readonly booking: Booking
}

/** The moment after a check-in. It shows no other message, and no button that could be tapped twice. */
export function CheckedInScreen({ booking, ...view }: CheckedInScreenProps) {
  const { words, formats } = view.language
  return (
    <div class="moment" role="status" data-testid="notice">
      <Tick />
      <h1 class="moment-word">{words.checkedIn}</h1>
      <p class="moment-booking">
        <Which booking={booking} {...view} /> ·{' '}
        {words.until(formats.moment(booking.end, view.snapshot.today))}
      </p>
    </div>
  )
}
