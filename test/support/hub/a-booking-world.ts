import type { Http } from '../../../engine/ports.ts'
import type { Wish } from '../../../shared/reserving/wish.ts'
import { instantOf, minutes, seconds } from '../../../shared/time/time.ts'
import { THE_TRUTH } from '../../../simulator/calendar/instances.ts'
import * as faults from '../../../simulator/faults/fault.ts'
import type { Room } from '../../../simulator/rooms/room.ts'
import { dice } from '../dice.ts'
import type { LineDoor } from '../line/line-door.ts'
import { httpOf } from '../world-http.ts'
import { aCompany } from './a-company.ts'

interface PlacedDoor {
  readonly name: string
  readonly room: Room
  door: LineDoor
}

/** Two rooms, three doors at which visitors book, two hubs, and whatever can happen to a booking. */
export async function aBookingWorld(seed: number) {
  const random = dice(seed)
  const company = await aCompany('10:00', { rooms: 2 })
  const { world, app, clock, rooms, broker, store } = company
  const [first, second] = rooms
  if (first === undefined || second === undefined) throw new Error('The company has two rooms')
  await company.assign(first.id, 'door-a', 'door-b')
  await company.assign(second.id, 'door-c')
  world.switches.roomAnswersAfter = [500, seconds(1 + random() * 6)]
  world.switches.sameKey = random() < 0.5 ? 'sameEvent' : 'refused'
  broker.doubles = () => random() < 0.1
  const at = (name: string, room: Room) => company.door(name, { books: true, room: room.id })
  const doors: PlacedDoor[] = [
    { name: 'door-a', room: first, door: await at('door-a', first) },
    { name: 'door-b', room: first, door: await at('door-b', first) },
    { name: 'door-c', room: second, door: await at('door-c', second) },
  ]
  const hubs = new Map<string, Awaited<ReturnType<typeof company.hub>>>()
  let made = 0
  let isHealed = false
  const startHub = async (): Promise<void> => {
    const name = `hub-${(made += 1)}`
    /** Dies before or after a request that books. */
    const mortal: Http = async (request) => {
      const isBooking = /\/calendar\/v4\/.*\/events/.test(request.url) && request.method !== 'GET'
      if (isHealed || !isBooking || random() < 0.92) return httpOf(world)(request)
      if (random() < 0.5) await httpOf(world)(request)
      hubs.get(name)?.die()
      hubs.delete(name)
      return new Promise(() => undefined)
    }
    hubs.set(name, await company.hub(name, mortal))
  }
  await startHub()
  await startHub()
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const book = (): void => {
    const { door } = pick(doors) ?? {}
    const wish: Wish | undefined = pick(door?.panel.current().bookable ?? [])?.wish
    if (wish !== undefined) void door?.panel.book(wish)
  }
  const find = (): void => void pick(doors)?.door.panel.findRooms()
  const end = (): void => {
    const { door } = pick(doors) ?? {}
    const occupancy = door?.panel.current().occupancy
    if (occupancy && 'booking' in occupancy) void door?.panel.endMeeting(occupancy.booking.id)
  }
  const stranger = (): void => {
    const room = pick(rooms)
    const from = clock.now() - (clock.now() % minutes(1)) + minutes(Math.floor(random() * 20))
    if (room && !isBusyWithin(room, from, from + minutes(15)))
      world.book(room, { from, to: from + minutes(15), repeats: { every: 'week' } })
  }
  const replaceHub = async (): Promise<void> => {
    const [name, hub] = pick([...hubs]) ?? []
    hub?.die()
    hubs.delete(name ?? '')
    await startHub()
  }
  const restartDoor = async (): Promise<void> => {
    const one = pick(doors)
    if (one === undefined) return
    await one.door.leave()
    one.door = await at(one.name, one.room)
  }
  const call = () =>
    pick(['createEvent', 'addAttendees', 'attendees', 'deleteEvent', 'events'] as const) ?? 'any'
  const troubles: readonly (() => void | Promise<void>)[] = [
    () => broker.kill(),
    () => broker.start(),
    () => broker.start(),
    () => broker.breakOff(pick(doors)?.name ?? ''),
    () => void (store.state.isDown = true),
    () => void (store.state.isDown = false),
    () => void (store.state.isDown = false),
    () => void world.fail(call(), faults.answerLost(), { times: 2 }),
    () => void world.fail(call(), faults.connectionRefused(), { times: 2 }),
    () => void world.fail(call(), faults.slow(seconds(1), seconds(12)), { times: 2 }),
    replaceHub,
    restartDoor,
  ]
  const live: typeof troubles = [book, book, book, book, find, end, stranger]
  return {
    ...company,
    doors,
    /** Something happens, and some time goes by. */
    step: async (): Promise<void> => {
      await (random() < 0.3 ? pick(troubles) : pick(live))?.()
      await clock.advance(seconds(1 + Math.floor(random() * 20)))
    },
    /** Everything is there again, for long enough that the last entry in doubt is removed. */
    heal: async (): Promise<void> => {
      broker.start()
      store.state.isDown = false
      world.heal()
      isHealed = true
      await startHub()
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

export const isBusyWithin = (room: Room, start: number, end: number): boolean =>
  room.schedule.within({ start, end }, THE_TRUTH).length > 0
