import { hours, minutes } from '../../../shared/time/time.ts'
import type { Room } from '../../../simulator/rooms/room.ts'
import type { Scenario } from '../run/scenario.ts'
import { diceFor } from '../time/dice.ts'
import type { Office } from './office.ts'

/** Where the documents are silent a world has one of the answers; and the company has its rules for the room. */
export function setUpPlatform(
  { dice, world, room }: Office,
  { seed, isHealthy, configurations }: Scenario,
): void {
  const { switches } = world
  switches.sameKey = dice.pick(['sameEvent', 'refused'])
  switches.withoutContact = dice.pick(['accepted', 'declined'])
  switches.pastStart = dice.pick(['accepted', 'accepted', 'refused'])
  switches.deletedTwice = dice.pick(['deleted', 'notFound'])
  switches.roomAnswersAfter = dice.pick(isHealthy ? prompt : [...prompt, ...slow])
  switches.bookingShownAfter = dice.pick(isHealthy ? [0, 0, 800] : [0, 0, 0, 1500, 6000])
  // With dice of its own, so that all else falls as before.
  switches.unansweredShown = diceFor(seed, 9).chance(0.5)
  if (isHealthy) return
  // The company's day begins at midnight in China.
  const isInChina = configurations.every(({ timeZone }) => timeZone === 'Asia/Shanghai')
  if (dice.chance(0.2))
    world.limitBookings(room, {
      ...(dice.chance(0.5) && { approvalFromHours: dice.pick([0, 0.5, 1]) }),
      ...(dice.chance(0.5) && { longestHours: dice.pick([0.5, 2]) }),
      ...(isInChina && dice.chance(0.5) && { opens: 9 * 3600, closes: 17 * 3600 }),
    })
}

const prompt = [
  [0, 0],
  [200, 900],
  [1000, 3000],
  [1000, 3000],
] as const
const slow = [
  [2000, 9000],
  [500, 16_000],
] as const

/** Facilities have entries of their own in the calendar of the doors' app, and doors of other rooms have theirs. */
export function useCalendar({ dice, time, world, app, neighbour }: Office): void {
  if (neighbour !== undefined) bookNeighbour({ dice, time, world }, neighbour)
  for (const calendar of world.calendarsOf(app)) {
    const from = time.now() + hours(dice.between(1, 20))
    world.enterByHand(calendar, { from, to: from + hours(1) })
    world.enterByHand(calendar, {
      from,
      to: from + hours(1),
      title: 'Booked at the door',
      description: `room-panel: omm_${'f'.repeat(32)} 00000000-0000-4000-8000-00000000000${dice.between(0, 9)}`,
    })
  }
}

function bookNeighbour({ dice, time, world }: Pick<Office, 'dice' | 'time' | 'world'>, room: Room): void {
  for (let count = dice.between(0, 6); count > 0; count--) {
    const from = time.now() + minutes(15 * dice.between(4, 48))
    world.book(room, { from, to: from + hours(1) })
  }
}
