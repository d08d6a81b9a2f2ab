import { expect, test } from 'vitest'
import { mayEnd } from '../../../shared/ending/may-end.ts'
import { aBooking, at, aWindow } from '../../support/builders.ts'

const booking = aBooking('10:00', '10:30')
const late = aBooking('10:20', '10:40')

test.each([
  ['it runs', [booking], '10:10', { ok: true, value: booking }],
  ['it is over', [booking], '10:30', { ok: false, error: 'meetingOver' }],
  ['it vanished', [], '10:10', { ok: false, error: 'meetingOver' }],
  ['another one has begun', [booking, late], '10:25', { ok: false, error: 'meetingOver' }],
] as const)(
  'a meeting may be ended only while it is the running one: %s',
  (_when, bookings, time, answer) => {
    expect(mayEnd({ bookings, readAt: at(time), window: aWindow }, booking.id, at(time))).toEqual(answer)
  },
)
