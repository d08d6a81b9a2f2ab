import { expect, test } from 'vitest'
import { appearanceOf, plainLook } from '../../../shared/appearance/appearance.ts'
import type { Occupancy } from '../../../shared/occupancy/occupancy.ts'
import { aBooking } from '../../support/builders.ts'

const booking = aBooking('10:00', '11:00')
const quiet = { ...plainLook, isQuiet: true }

test.each([
  [{ kind: 'free' }, true],
  [{ kind: 'unknown', reason: 'unreachable' }, true],
  [{ kind: 'outOfService' }, true],
  [{ kind: 'checkInOpen', booking }, false],
  [{ kind: 'awaitingCheckIn', booking, until: booking.end }, false],
  [{ kind: 'inUse', booking, until: booking.end }, false],
] as const satisfies readonly (readonly [Occupancy, boolean])[])(
  '%o is dimmed at night: %s',
  (occupancy, dimmed) => {
    expect(appearanceOf(quiet, occupancy, 0).isDimmed).toBe(dimmed)
    expect(appearanceOf(plainLook, occupancy, 0).isDimmed).toBe(false)
  },
)

test('a door with a check-in on it is never dimmed', () => {
  expect(appearanceOf(quiet, { kind: 'unknown', reason: 'stale' }, 1).isDimmed).toBe(false)
})
