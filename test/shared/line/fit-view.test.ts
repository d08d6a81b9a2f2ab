import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestMessage, parseMessage } from '../../../shared/line/codec.ts'
import { utf8Length } from '../../../shared/line/utf8-length.ts'
import { encodeView } from '../../../shared/line/fit-view.ts'
import type { RoomView } from '../../../shared/line/view.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { minutes, overlaps, plus } from '../../../shared/time/time.ts'
import { aWindow } from '../../support/builders.ts'
import { aView } from '../../support/line/messages.ts'

/** A room with `count` meetings of a quarter of an hour, one after the other, with long ids and titles. */
function fullView(count: number, idLength: number, titleLength: number): RoomView {
  const bookings = Array.from({ length: count }, (_, index) => {
    const start = plus(aWindow.start, minutes(15) * index)
    const id = bookingIdOf(`${'u'.repeat(idLength)}${index}/0/${start / 1000}`)
    return { id, meeting: `u${index}`, start, end: plus(start, minutes(15)) }
  })
  return aView({ bookings, titles: bookings.map(({ id }) => [id, '会'.repeat(titleLength)]) })
}

function encoded(view: RoomView): RoomView {
  const text = encodeView(view)
  if (!text.ok) expect.fail('it does not fit')
  expect(utf8Length(text.value)).toBeLessThanOrEqual(longestMessage)
  const parsed = parseMessage('room', text.value)
  return parsed.ok ? parsed.value : expect.fail('it can’t be read')
}

test('an ordinary view is sent whole', () => {
  expect(encoded(aView())).toEqual(aView())
})

test('a full room’s view loses its titles before its bookings', () => {
  const view = fullView(90, 30, 30)
  expect(encoded(view)).toEqual({ ...view, titles: [] })
})

test('a view that is still too long covers less time, and all bookings of that', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 280 }), fc.integer({ min: 0, max: 500 }), (count, idLength) => {
      const view = fullView(count, idLength, 20)
      const { bookings, window } = encoded(view)
      expect(window.start).toBe(view.window.start)
      expect(window.end).toBeLessThanOrEqual(view.window.end)
      expect(bookings).toEqual(view.bookings.filter((booking) => overlaps(booking, window)))
    }),
    { numRuns: 60 },
  )
})
