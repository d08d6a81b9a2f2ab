import { expect, test } from 'vitest'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { reservationIdOf } from '../../../shared/reserving/reservation.ts'
import { ok } from '../../../shared/result.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aBookableRoom, contact } from '../../support/a-booking-door.ts'
import { at } from '../../support/builders.ts'

type Booking = Configuration['booking']

/** A door that began by these rules, and then what IT writes for it. */
async function aDoorBy(over: Partial<Booking>) {
  const scene = aBookableRoom()
  const write = async (next: Partial<Booking>): Promise<void> => {
    const { configuration } = scene
    scene.paper.says = ok({ ...configuration, booking: { ...configuration.booking, ...next } })
    await scene.clock.advance(minutes(1))
  }
  await write(over)
  const door = await scene.start()
  await scene.clock.advance(seconds(2))
  const offered = () => door.panel.current().bookable.length > 0
  return { ...scene, write, door, offered }
}

test('a door at which IT switches booking on books, and one at which it is switched off does not', async () => {
  const { write, offered } = await aDoorBy({ who: 'off' })
  expect(offered()).toBe(false)
  await write({ who: 'everyone' })
  expect(offered()).toBe(true)
  await write({ who: 'off' })
  expect(offered()).toBe(false)
  await write({ who: 'everyone' })
  expect(offered()).toBe(true)
})

test('a door at which booking is switched on again asks anew what the company lets it book', async () => {
  const { write, world, room, offered } = await aDoorBy({ who: 'everyone' })
  await write({ who: 'off' })
  world.limitBookings(room, { approvalFromHours: 0 })
  await write({ who: 'everyone' })
  expect(offered()).toBe(false)
})

test('who answers for a door’s bookings is asked for by the name that IT has written last', async () => {
  const { write, world, door, clock } = await aDoorBy({ contact: undefined })
  world.switches.withoutContact = 'declined'
  await write({ contact })
  void door.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(10))
  expect(door.last().reserving.kind).toBe('booked')
})

test('who ends a meeting ends no extension that was booked when the door had another room', async () => {
  const { clock, world, app, room, reservations, start, entries } = aBookableRoom()
  const first = await start()
  await clock.advance(seconds(2))
  first.panel.stop()
  const [calendar] = world.calendarsOf(app)
  if (calendar === undefined) throw new Error('No calendar was made')
  const [from, to] = [at('10:30'), at('10:45')]
  const { uid } = world.enterByHand(calendar, { from, to })
  const state = {
    kind: 'booked',
    entry: { name: `${calendar.id} ${uid}_0`, meeting: uid },
    at: at('10:00'),
  } as const
  const there = {
    id: reservationIdOf('there'),
    room: `omm_${'f'.repeat(32)}`,
    wish: 'extend',
    at: at('10:00'),
  } as const
  reservations.kept = { kind: 'found', reservations: [{ ...there, start: from, end: to, state }] }
  const meeting = world.book(room, { from: at('09:30'), to: at('10:30') })
  const second = await start()
  await clock.advance(seconds(2))
  const { occupancy } = second.panel.current()
  if (occupancy.kind !== 'inUse' && occupancy.kind !== 'awaitingCheckIn') throw new Error('No meeting runs')
  expect(occupancy.booking.meeting).toBe(meeting.uid)
  void second.panel.endMeeting(occupancy.booking.id)
  await clock.advance(seconds(20))
  expect([second.occupancy(), entries().length]).toEqual(['free', 1])
})
