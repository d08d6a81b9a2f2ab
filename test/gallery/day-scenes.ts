import { type Booking, bookingIdOf } from '../../shared/booking/booking.ts'
import { shownBooking } from '../../shared/booking/privacy.ts'
import { days, minutes, plus } from '../../shared/time/time.ts'
import { aBooking, aSnapshot, at, critique, inUse, review, standup, today } from '../renderer/snapshots.ts'
import { scene } from './scene.ts'

const named = (booking: Booking, index: number): Booking => ({
  ...booking,
  id: bookingIdOf(`${index}/${booking.start}`),
})

/** A hundred bookings from midnight to midnight, each of which begins as the one before ends. */
const hundred = Array.from({ length: 100 }, (_, index) => {
  const start = plus(today.start, index * minutes(14.4))
  return named({ ...review, start, end: plus(start, minutes(14.4)) }, index)
})
const runningOfHundred = hundred.find(({ start, end }) => start <= at('10:48') && at('10:48') < end) ?? review

const twentyLanes = Array.from({ length: 20 }, (_, index) =>
  named(aBooking('12:00', '14:00', { name: 'Ana' }), index),
)

/** As the panel shows them: what has no ink is no name. */
const everything = { showTitle: true, showOrganizer: true }
const blank = [
  shownBooking({ ...review, organizer: { name: '   ' } }, everything, '\u200b\u200d'),
  shownBooking({ ...critique, organizer: { name: '\u3000' } }, everything, '  '),
]
const [blankReview = review] = blank

const tenDays = { ...review, end: plus(at('13:26'), days(10)) }

/** Days that are not like others. */
export const dayScenes = {
  'hundred-a-day': scene(
    inUse({
      occupancy: { kind: 'inUse', booking: runningOfHundred, until: today.end },
      bookings: hundred,
    }),
    { isLong: true },
  ),
  'twenty-lanes': scene(inUse({ bookings: [standup, review, ...twentyLanes] }), { isLong: true }),
  'blank-names': scene(
    inUse({
      occupancy: { kind: 'inUse', booking: blankReview, until: review.end },
      bookings: [standup, ...blank],
    }),
  ),
  'ten-days': scene(
    inUse({
      occupancy: { kind: 'inUse', booking: tenDays, until: tenDays.end },
      bookings: [standup, tenDays],
    }),
  ),
  'closed-for-months': scene(
    aSnapshot(
      { kind: 'outOfService', reason: 'Umbau · Renovation', until: plus(at('08:00'), days(92)) },
      { bookings: [critique] },
    ),
  ),
}
