import type { Booking } from '../../shared/booking/booking.ts'
import type { View } from '../view.ts'
import { Who } from './who.tsx'

/** Identifies a booking by its start and its people, as visitors know it. */
export function Which({ booking, snapshot, language }: View & { readonly booking: Booking }) {
  return (
    <>
      <time>{language.formats.moment(booking.start, snapshot.today)}</time> ·{' '}
      <Who booking={booking} words={language.words} />
    </>
  )
}
