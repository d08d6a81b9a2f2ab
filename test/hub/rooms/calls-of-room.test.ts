import { expect, test } from 'vitest'
import { callsOfRoom } from '../../../hub/rooms/calls-of-room.ts'
import { minutes } from '../../../shared/time/time.ts'
import { aShare } from '../../support/a-share.ts'
import { at } from '../../support/builders.ts'
import { aCompany } from '../../support/hub/a-company.ts'

test('a room has its part of the company’s calls, and of those that are spent', () => {
  const { shareOf } = callsOfRoom({ shareOf: aShare(100_000) }, 400_000)
  expect(shareOf(20_000)).toEqual({ ...aShare(0)(20_000), spent: 5000 })
})

/** The readings of half an hour in which a meeting runs, when these many of a company's calls are spent. */
async function readings(spent: number): Promise<number> {
  const company = await aCompany('14:00')
  const { world, clock, rooms } = company
  if (rooms[0]) world.book(rooms[0], { from: at('13:00'), to: at('16:00') })
  await company.hub('hub', undefined, callsOfRoom({ shareOf: aShare(spent) }, 400_000))
  await clock.advance(minutes(30))
  return world.callsTo('freebusy')
}

test('a hub that has spent nearly all of its month reads less often, and goes on reading', async () => {
  const [usual, nearlySpent] = [await readings(0), await readings(399_000)]
  expect(nearlySpent).toBeLessThan(usual / 3)
  expect(nearlySpent).toBeGreaterThan(0)
})
