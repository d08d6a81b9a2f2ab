import type { Http } from '../../../engine/ports.ts'
import type { Wish } from '../../../shared/reserving/wish.ts'
import { instantOf, minutes, seconds } from '../../../shared/time/time.ts'
import type { LineDoor } from '../line/line-door.ts'
import { aCompany } from './a-company.ts'

type Company = Awaited<ReturnType<typeof aCompany>>

/** Two doors of one free room, at which visitors can book, and one of another room. */
export async function bookingDoors(http?: (company: Company) => Http, mode: 'off' | 'auto' = 'off') {
  const company = await aCompany('10:00:20', { rooms: 2 })
  const { world, rooms, clock, store } = company
  world.switches.roomAnswersAfter = [1000, 1000]
  const [room, other] = rooms
  if (room === undefined || other === undefined) throw new Error('The company has two rooms')
  await company.assign(room.id, 'door-a', 'door-b')
  await company.assign(other.id, 'door-c')
  const hub = await company.hub('hub-1', http?.(company))
  const over = { books: true, room: room.id, mode } as const
  const [a, b] = [await company.door('door-a', over), await company.door('door-b', over)]
  const c = await company.door('door-c', { books: true, room: other.id })
  await clock.advance(seconds(6))
  const stays = (of = room) =>
    world
      .staysIn(of, { from: clock.now() - minutes(60), to: clock.now() + minutes(240) })
      .filter(({ end }) => end > clock.now())
      .map(({ start, end }) => (end - start) / minutes(1))
  const kept = async () => {
    const known = await store.reservations.endingAfter(instantOf(0))
    return known.ok ? known.value : []
  }
  /** Taps, and lets `ms` pass. */
  const tap = async ({ panel }: LineDoor, wish: Wish, ms = seconds(6)) => {
    const booked = panel.book(wish)
    await clock.advance(ms)
    return { booked }
  }
  return { ...company, leader: hub, room, other, a, b, c, stays, kept, tap }
}

export const now = (length: number): Wish => ({ kind: 'now', length })
export const occupancies = (...doors: readonly LineDoor[]) => doors.map((door) => door.occupancy())
export const wordAt = ({ panel }: LineDoor) => panel.current().reserving
