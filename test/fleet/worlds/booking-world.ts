import type { Wish } from '../../../shared/reserving/wish.ts'
import { instantOf, minutes, seconds } from '../../../shared/time/time.ts'
import * as faults from '../../../simulator/faults/fault.ts'
import { aCompany } from '../../support/hub/a-company.ts'
import { chanceOf } from './chance.ts'
import { mortalHubs } from './mortal-hubs.ts'
import { killBroker, stopStore } from './outages.ts'
import { placeDoor, restartOne } from './placed-door.ts'
import { isBusyWithin } from './room-truth.ts'

/** Two rooms, three doors at which visitors book, two hubs, and whatever can happen to a booking. */
export async function aBookingWorld(seed: number) {
  const chance = chanceOf(seed)
  const company = await aCompany('10:00', { rooms: 2 })
  const { world, app, clock, rooms, broker, store } = company
  const [first, second] = rooms
  if (first === undefined || second === undefined) throw new Error('The company has two rooms')
  world.switches.roomAnswersAfter = [500, seconds(1 + chance.upTo(6))]
  world.switches.sameKey = chance.isLikely(0.5) ? 'sameEvent' : 'refused'
  broker.doubles = () => chance.isLikely(0.1)
  const doors = [
    await placeDoor(company, 'door-a', first, { books: true, room: first.id }),
    await placeDoor(company, 'door-b', first, { books: true, room: first.id }),
    await placeDoor(company, 'door-c', second, { books: true, room: second.id }),
  ]
  const hubs = mortalHubs({
    company,
    chance,
    risk: ({ url, method }) => (/\/calendar\/v4\/.*\/events/.test(url) && method !== 'GET' ? 0.08 : 0),
  })
  await hubs.start()
  await hubs.start()
  const book = (): void => {
    const { door } = chance.pick(doors) ?? {}
    const wish: Wish | undefined = chance.pick(door?.panel.current().bookable ?? [])?.wish
    if (wish !== undefined) void door?.panel.book(wish)
  }
  const find = (): void => void chance.pick(doors)?.door.panel.findRooms()
  const end = (): void => {
    const { door } = chance.pick(doors) ?? {}
    const occupancy = door?.panel.current().occupancy
    if (occupancy && 'booking' in occupancy) void door?.panel.endMeeting(occupancy.booking.id)
  }
  const stranger = (): void => {
    const room = chance.pick(rooms)
    const from = clock.now() - (clock.now() % minutes(1)) + minutes(chance.within(20))
    if (room && !isBusyWithin(room, from, from + minutes(15)))
      world.book(room, { from, to: from + minutes(15), repeats: { every: 'week' } })
  }
  const call = () =>
    chance.pick(['createEvent', 'addAttendees', 'attendees', 'deleteEvent', 'events'] as const) ?? 'any'
  const troubles: readonly (() => void | Promise<void>)[] = [
    () => killBroker(company, chance),
    () => broker.breakOff(chance.pick(doors)?.name ?? ''),
    () => stopStore(company, chance),
    () => void world.fail(call(), faults.answerLost(), { times: 2 }),
    () => void world.fail(call(), faults.connectionRefused(), { times: 2 }),
    () => void world.fail(call(), faults.slow(seconds(1), seconds(12)), { times: 2 }),
    hubs.replace,
    hubs.cutOff,
    () => restartOne(company, doors, chance),
  ]
  const life: typeof troubles = [book, book, book, book, find, end, stranger]
  return {
    ...company,
    doors,
    hubs,
    /** Something happens, and some time goes by. */
    step: async (): Promise<void> => {
      await (chance.isLikely(0.3) ? chance.pick(troubles) : chance.pick(life))?.()
      await clock.advance(seconds(1 + chance.within(20)))
    },
    /** Everything is there again, for long enough that the last entry in doubt is removed. */
    heal: async (): Promise<void> => {
      broker.start()
      store.state.isDown = false
      world.heal()
      await hubs.heal()
      await clock.advance(minutes(8))
    },
    reservations: async () => {
      const kept = await store.reservations.endingAfter(instantOf(0))
      return kept.ok ? kept.value : []
    },
    /** The keys of what is in the app's calendar, as often as something was made with them. */
    keys: () => world.eventsOf(app).map(({ key }) => key),
    /** The keys of what is still there. */
    entries: () => world.eventsOf(app).flatMap(({ key, isDeleted }) => (isDeleted ? [] : (key ?? ''))),
  }
}

export type BookingWorld = Awaited<ReturnType<typeof aBookingWorld>>
