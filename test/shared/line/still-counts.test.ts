import { expect, test } from 'vitest'
import { checkInTo } from '../../../shared/check-in/check-in.ts'
import { stillCounts } from '../../../shared/line/still-counts.ts'
import { aBooking, at } from '../../support/builders.ts'

const first = aBooking('10:00', '10:30')
const checkIn = checkInTo(first, at('09:58'))
const next = aBooking('10:30', '11:00')
const later = aBooking('11:00', '11:30')
const foreign = aBooking('10:30', '11:00', { organizer: { name: 'Somebody else' } })

test.each([
  ['its own booking runs', [first], '10:29', true],
  ['its booking is over', [first], '10:30', false],
  ['its people stay for the next one', [first, next], '10:45', true],
  ['they stay for one more', [first, next, later], '11:15', true],
  ['all of these are over', [first, next, later], '11:30', false],
  ['the next one is other people’s', [first, foreign], '10:45', false],
])('when %s', (_what, bookings, now, counts) => {
  expect(stillCounts(checkIn, bookings, at(now))).toBe(counts)
})
