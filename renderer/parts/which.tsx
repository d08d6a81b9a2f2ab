import type { Booking } from '../../shared/booking/booking.ts'
import type { View } from '../view.ts'
import { Who } from './who.tsx'

/** Which booking it is: by its start and whose it is people know it at the door. */
export function Which({ booking, snapshot, language }: View & { readonly booking: Booking }) {
  return (
    <>
      <time>{language.formats.moment(booking.start, snapshot.today)}</time> ·{' '}
      <Who booking={booking} words={language.words} />
    </>
  )
}
