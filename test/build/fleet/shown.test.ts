import { expect, test } from 'vitest'
import { shownBy } from '../../../build/fleet/shown.ts'
import type { Occupancy } from '../../../shared/occupancy/occupancy.ts'
import { aBooking, at } from '../../support/builders.ts'

const booking = aBooking('10:00', '11:00', { title: 'Weekly' })

test.each<readonly [Occupancy, string]>([
  [{ kind: 'free' }, 'Magnolia: free'],
  [{ kind: 'free', until: at('12:00') }, 'Magnolia: free until 12:00'],
  [{ kind: 'checkInOpen', booking }, 'Magnolia: check-in is open for “Weekly”'],
  [
    { kind: 'awaitingCheckIn', booking, until: at('11:00') },
    'Magnolia: booked until 11:00, and nobody has checked in to “Weekly”',
  ],
  [{ kind: 'inUse', booking, until: at('11:00') }, 'Magnolia: in use until 11:00, “Weekly”'],
  [{ kind: 'unknown', reason: 'stale' }, 'Magnolia: not known (stale)'],
  [{ kind: 'outOfService' }, 'Magnolia: outOfService'],
])('%j is told in one line', (occupancy, line) => {
  expect(shownBy({ occupancy, room: { name: 'Magnolia' }, timeZone: 'Asia/Shanghai' })).toBe(line)
})
