import { actionUnderWay } from '../../../shared/action/action.ts'
import type { AdminVerdict } from '../../../shared/admin/judging.ts'
import type { Booking } from '../../../shared/booking/booking.ts'
import { type Instant, overlaps } from '../../../shared/time/time.ts'
import { Control } from '../../parts/control.tsx'
import { Who } from '../../parts/who.tsx'
import type { AdminView } from './admin-view.ts'

/** A person reads no more bookings of one day, and thousands would hang the page. */
const mostListed = 100

/** The bookings of today. One that is over takes no verdict, and during a verdict none takes another. */
export function JudgedBookings(view: AdminView) {
  const { snapshot, language } = view
  const isBusy = actionUnderWay(snapshot.actions, 'verdict') !== undefined
  const today = snapshot.bookings.filter((booking) => overlaps(booking, snapshot.today))
  const listed = listedOf(today, view.now)
  const more = today.length - listed.length
  return (
    <section class="admin-list">
      <h1 class="admin-title">{language.words.admin.title}</h1>
      {today.length === 0 && <p>{language.words.admin.noBookings}</p>}
      <ul class="admin-rows">
        {listed.map((booking) => (
          <JudgedBooking {...view} key={booking.id} booking={booking} isBusy={isBusy} />
        ))}
      </ul>
      {more > 0 && <p>{language.formats.more(more)}</p>}
    </section>
  )
}

/** The bookings to list: first those that still take a verdict. */
function listedOf(today: readonly Booking[], now: Instant): readonly Booking[] {
  const ended = today.filter(({ end }) => end <= now)
  return [...today.filter(({ end }) => end > now), ...ended].slice(0, mostListed)
}

interface JudgedBookingProps extends AdminView {
  readonly booking: Booking
  readonly isBusy: boolean
}

/**
 * The row carries the booking's id, not the buttons: buttons with a booking's id count as check-in buttons.
 */
function JudgedBooking({ booking, isBusy, model, snapshot, language, now }: JudgedBookingProps) {
  const { words, formats } = language
  const button = (verdict: AdminVerdict) => (
    <Control
      mark={`admin-${verdict}`}
      look="action"
      subject={booking.id}
      isOff={isBusy}
      onPress={() => model.ask({ kind: 'verdict', booking, verdict })}
    >
      {words.admin.verdict[verdict].action}
    </Control>
  )
  const isOver = booking.end <= now
  return (
    <li class="admin-booking" data-booking={booking.id} data-over={isOver}>
      <time>
        {formats.moment(booking.start, snapshot.today)}–{formats.moment(booking.end, snapshot.today)}
      </time>
      <span class="admin-who">
        <Who booking={booking} words={words} />
      </span>
      {isOver ? (
        <small>{words.admin.over}</small>
      ) : (
        <>
          {button('accept')}
          {button('decline')}
        </>
      )}
    </li>
  )
}
