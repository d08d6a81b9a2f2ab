import { type Booking, isPrivate } from '../../shared/booking/booking.ts'
import type { Words } from '../../shared/languages/words.ts'

/** The booking's title and organiser, as far as they may be shown. What was booked at the door has neither. */
export function Who({ booking, words }: { readonly booking: Booking; readonly words: Words }) {
  if (booking.isFromDoor) return <>{words.reserve.atTheDoor}</>
  if (isPrivate(booking)) return <>{words.privateBooking}</>
  const { title, organizer } = booking
  const name = organizer?.name
  // Names in right-to-left scripts must not reorder the text around them.
  if (title === undefined) return <bdi>{name ?? words.booked}</bdi>
  return (
    <>
      <bdi class="who-title">{title}</bdi>
      {name !== undefined && (
        <span class="who-by">
          <span class="who-dot"> · </span>
          <bdi class="who-name">{name}</bdi>
        </span>
      )}
    </>
  )
}
