// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { freshMenu } from '../../../shared/admin/admin.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aBooking, aSnapshot, at, inUse, today } from '../snapshots.ts'
import { stage } from '../stage.ts'

/** As many as an answer of 1 MiB holds, all day long. */
const bookings = Array.from({ length: 6500 }, (_, index) => {
  const start = plus(today.start, seconds(13) * index)
  return { ...aBooking('00:00', '01:00'), id: bookingIdOf(`${index}`), start, end: plus(start, minutes(1)) }
})
const crowded = aSnapshot(
  { kind: 'inUse', booking: bookings[2990] ?? aBooking('10:48', '10:49'), until: at('10:49') },
  { bookings },
)
const elements = (): number => document.querySelectorAll('*').length

test('a day of 6,500 bookings is drawn with some hundred boxes, and says how many there are besides', async () => {
  const { text, find } = await stage(crowded)
  expect(find('h1')?.textContent).toBe('In use')
  expect(elements()).toBeLessThan(1000)
  expect(text()).toMatch(/\+\d,\d\d\d/)
})

test('the administrator’s list of 6,500 bookings ends after a hundred that are not over, and says so', async () => {
  const { find, text } = await stage(inUse({ bookings, now: at('10:48'), admin: freshMenu }))
  expect(document.querySelectorAll('.admin-booking')).toHaveLength(100)
  expect(find('.admin-booking')?.dataset['over']).toBe('false')
  expect(text()).toContain('+6,400')
})
