import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookingIdFrom, bookingKeyOf } from '../../../../engine/calendars/feishu/booking-key.ts'
import { bookingIdOf } from '../../../../shared/booking/booking.ts'

test('an id reads as uid, original time and start', () => {
  const id = bookingIdFrom({ uid: '6f1d2c3b-4a59', originalTime: 1791788400, start: 1791790200 })
  expect(id).toBe('6f1d2c3b-4a59/1791788400/1791790200')
})

test('an id gives the key that it was made from, for any uid', () => {
  const second = fc.integer({ min: 1, max: 4_000_000_000 })
  const key = fc.record({
    uid: fc.string({ unit: fc.constantFrom('a', '0', '/', '\n', 'é'), minLength: 1 }),
    originalTime: second,
    start: second,
  })
  fc.assert(
    fc.property(key, (made) => {
      expect(bookingKeyOf(bookingIdFrom(made))).toEqual(made)
    }),
  )
})

test.each(['', 'uid', 'uid/0', 'uid/0/x', '/0/1', 'uid/0/0', 'uid/0/-86400', 'nameless 1-2', 'unplaced'])(
  '"%s" names nothing that can be replied to',
  (text) => {
    expect(bookingKeyOf(bookingIdOf(text))).toBeUndefined()
  },
)
