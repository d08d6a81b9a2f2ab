import { type Booking, isPrivate } from '../../shared/booking/booking.ts'
import type { Words } from '../../shared/languages/words.ts'

/** What the room is booked for and by whom, as far as anybody may know. */
export function Who({ booking, words }: { readonly booking: Booking; readonly words: Words }) {
  if (isPrivate(booking)) return <>{words.privateBooking}</>
  const { title, organizer } = booking
  const name = organizer?.name
  // Names of right-to-left scripts keep to themselves.
  if (title === undefined) return <bdi>{name ?? words.booked}</bdi>
  return (
    <>
      <bdi class="who-title">{title}</bdi>
      {name !== undefined && (
        <>
          {' · '}
          <bdi class="who-name">{name}</bdi>
        </>
      )}
    </>
  )
}
