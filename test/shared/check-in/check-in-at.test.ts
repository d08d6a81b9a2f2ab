import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/booking/booking.ts'
import { checkInsAt } from '../../../shared/check-in/check-in-at.ts'
import { checkInTo } from '../../../shared/check-in/check-in.ts'
import { aJournal } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto, follower, observe, off } from '../../support/builders.ts'

const first = aBooking('10:00', '11:00')
const second = aBooking('11:00', '12:00')
const late = aBooking('10:30', '10:45')
const long = aBooking('11:00', '19:00')

const namesAt = (
  time: string,
  bookings: readonly Booking[],
  policy = auto,
  taken: readonly Booking[] = [],
) => {
  const checkIns = taken.map((booking) => checkInTo(booking, at(time)))
  const panel = { ...aPanel(bookings, at(time)), journal: aJournal({ checkIns }) }
  return checkInsAt(panel, policy, at(time)).map(({ id }) => id)
}

test.each<[string, string, readonly Booking[], readonly Booking[]]>([
  ['09:54:59', 'before check-in opens', [first], []],
  ['09:55', 'from five minutes before the start', [first], [first]],
  ['10:00', 'from the start on', [first], [first]],
  ['10:59:59', 'until the end', [first], [first]],
  ['11:00', 'not after it', [first], []],
  ['10:54:59', 'back-to-back', [first, second], [first]],
  ['10:55', 'the next one goes first', [first, second], [second, first]],
  ['11:00', 'and then is the only one', [first, second], [second]],
  ['10:28', 'overlapping', [first, late], [late, first]],
  ['10:35', 'the one that started last', [first, late], [late]],
  ['10:45', 'and the longer one again', [first, late], [first]],
  ['10:57', 'an exempt one wants nobody', [first, long], [first]],
])('at %s people can check in: %s', (time, _when, bookings, expected) => {
  expect(namesAt(time, bookings)).toEqual(expected.map(({ id }) => id))
})

test('a booking with a check-in asks for no other', () => {
  expect(namesAt('10:57', [first, second], auto, [second])).toEqual([first.id])
  expect(namesAt('10:57', [first, second], auto, [first, second])).toEqual([])
})

test('in the mode observe check-in is open as usual; in the mode off, or at a second panel, it is not', () => {
  expect(namesAt('10:57', [first, second], observe)).toEqual([second.id, first.id])
  for (const policy of [off, follower]) expect(namesAt('10:57', [first, second], policy)).toEqual([])
})

test('a panel without a reading asks for no check-in', () => {
  const { reading: _, ...panel } = aPanel([], at('10:00'))
  expect(checkInsAt({ ...panel, reading: { asking: true } }, auto, at('10:00'))).toEqual([])
})
