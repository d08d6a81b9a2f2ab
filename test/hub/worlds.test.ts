import { expect, test } from 'vitest'
import { liveBooking } from '../fleet/worlds/live-booking.ts'
import { liveObserving } from '../fleet/worlds/live-observing.ts'
import { liveReleasing } from '../fleet/worlds/live-releasing.ts'

/** `npm run fleet:simulate` lives thousands of them. */
const worlds = Array.from({ length: 8 }, (_, index) => index + 1)

test.each([
  { name: 'people who check in, end and judge', live: liveObserving, happens: 'replies', least: 5 },
  { name: 'releases', live: liveReleasing, happens: 'released', least: 8 },
  { name: 'bookings', live: liveBooking, happens: 'booked', least: 5 },
])(
  'no law of the fleet is broken in worlds with $name',
  async ({ live, happens, least }) => {
    let count = 0
    for (const seed of worlds) {
      // oxlint-disable-next-line no-await-in-loop -- one world after the other
      const { broken, tally } = await live(seed)
      expect([seed, broken]).toEqual([seed, []])
      count += tally[happens] ?? 0
    }
    // Worlds without any would prove nothing.
    expect(count).toBeGreaterThan(least)
  },
  120_000,
)
