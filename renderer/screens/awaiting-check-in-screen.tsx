import { actionUnderWay } from '../../shared/action/action.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import { type Instant, minutes, plus } from '../../shared/time/time.ts'
import { showsSeconds, untilRelease } from '../model/release-countdown.ts'
import { timeLeft } from '../model/time-left.ts'
import { Foot } from '../parts/foot.tsx'
import { BookedLine } from '../parts/lines/booked-line.tsx'
import { Headline } from '../parts/lines/headline.tsx'
import { TimeLine } from '../parts/lines/time-line.tsx'
import type { ActiveView, View } from '../view.ts'

export interface AwaitingCheckInScreenProps extends ActiveView {
  readonly booking: Booking
  /** When the room is free of all bookings. */
  readonly until: Instant
}

/** A meeting has started, and no check-in has been made. */
export function AwaitingCheckInScreen({ booking, until, ...view }: AwaitingCheckInScreenProps) {
  return (
    <>
      <Headline kind="awaitingCheckIn" words={view.language.words} share={shareLeft(booking, view)} />
      <TimeLine first={whatComes(booking, view)} />
      <BookedLine booking={booking} until={until} {...view} />
      <Foot {...view} />
    </>
  )
}

/** The line below the state. If the room won't be given back, it shows only how long it has waited. */
function whatComes(booking: Booking, { snapshot, now, language }: View): string {
  const { words, formats } = language
  if (actionUnderWay(snapshot.actions, 'release') !== undefined) return words.givingBack
  const left = untilRelease(snapshot, now)
  if (left === undefined) return words.startedAt(formats.moment(booking.start, snapshot.today))
  return words.givenBackIn(
    showsSeconds(left) ? formats.countdown(left) : formats.duration(timeLeft(plus(now, left), now)),
  )
}

/** The part that is left of the time from the start to the release. */
function shareLeft({ start }: Booking, { snapshot, now }: View): number | undefined {
  const left = untilRelease(snapshot, now)
  return left === undefined ? undefined : left / Math.max(now + left - start, minutes(1))
}
