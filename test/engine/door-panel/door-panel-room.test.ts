import { expect, test } from 'vitest'
import type { Room } from '../../../shared/reading/room.ts'
import { ok } from '../../../shared/result.ts'
import { days, hours, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aConfiguration, aDoor } from '../../support/a-door.ts'
import { aShare } from '../../support/a-share.ts'
import { aBooking, at } from '../../support/builders.ts'
import { createMemoryCalendar, type MemoryCalendar } from '../../support/memory/memory-calendar.ts'

const magnolia: Room = { name: 'Magnolia' }
const closed: Room = { ...magnolia, outOfService: { reason: 'Flooded' } }

type Door = Awaited<ReturnType<typeof aDoor>>

/** How long, s, until the door shows this, looked at each second; infinite, if it doesn't within ten minutes. */
async function secondsUntil(door: Door, isShown: (door: Door) => boolean): Promise<number> {
  for (let second = 0; second <= 600; second++) {
    if (isShown(door)) return second
    // oxlint-disable-next-line no-await-in-loop -- one second after the other
    await door.clock.advance(seconds(1))
  }
  return Infinity
}

const isOutOfService = ({ occupancy }: Door): boolean => occupancy() === 'outOfService'
const isFree = ({ occupancy }: Door): boolean => occupancy() === 'free'

test.each([
  ['is taken out of service', magnolia, closed, isOutOfService],
  ['is in service again', closed, magnolia, isFree],
  ['has another name', magnolia, { name: 'Jasmine' }, ({ panel }) => panel.current().room.name === 'Jasmine'],
  [
    'was moved to another floor',
    magnolia,
    { ...magnolia, place: ['North Tower', 'F3'] },
    ({ panel }) => panel.current().room.place?.at(-1) === 'F3',
  ],
] as const satisfies readonly (readonly [string, Room, Room, (door: Door) => boolean])[])(
  'that a room %s is seen within 60 s of a touch, and within 5 min without one',
  async (_what, before, after, isShown) => {
    const calendar = createMemoryCalendar()
    calendar.room = before
    const door = await aDoor('10:00', { calendar })
    await door.clock.advance(minutes(3))
    calendar.room = after
    void door.panel.touch()
    expect(await secondsUntil(door, isShown)).toBeLessThanOrEqual(60)
    await door.clock.advance(seconds(7))
    calendar.room = before
    await door.clock.advance(minutes(7))
    calendar.room = after
    expect(await secondsUntil(door, isShown)).toBeLessThanOrEqual(300)
  },
)

test('a touch a moment after the room was read is followed by another reading of it', async () => {
  const calendar = createMemoryCalendar()
  const door = await aDoor('10:00', { calendar })
  await door.clock.advance(seconds(2))
  calendar.room = closed
  for (let touch = 0; touch < 16; touch++) void door.panel.touch()
  expect(await secondsUntil(door, isOutOfService)).toBeLessThanOrEqual(60)
})

test.each([
  ['45 s ahead', seconds(45)],
  ['four minutes ahead', minutes(4)],
  ['a day ahead', days(1)],
])('a closing that is planned %s is shown when it begins, and green ends with it', async (_when, ahead) => {
  const calendar = createMemoryCalendar()
  const from = plus(at('10:00'), ahead)
  calendar.room = { ...magnolia, outOfService: { from, reason: 'Cleaning' } }
  const { panel, clock } = await aDoor('10:00', { calendar })
  expect(panel.current().occupancy).toEqual({ kind: 'free', until: from })
  await clock.advance(ahead - 1)
  expect(panel.current().occupancy.kind).toBe('free')
  await clock.advance(1)
  expect(panel.current().occupancy).toEqual({ kind: 'outOfService', reason: 'Cleaning' })
})

test('a closing that was put off is put off at the door, some seconds after it should have begun', async () => {
  const calendar = createMemoryCalendar()
  calendar.room = { ...magnolia, outOfService: { from: at('10:02') } }
  const { clock, occupancy } = await aDoor('10:00', { calendar })
  calendar.room = magnolia
  await clock.advance(minutes(2))
  expect(occupancy()).toBe('outOfService')
  await clock.advance(seconds(6))
  expect(occupancy()).toBe('free')
})

test.each([
  ['the scope for it is taken away', 'scopeMissing'],
  ['its call has a fault', 'platformFault'],
  ['it was deleted', 'roomUnknown'],
] as const)('a free room is not green while %s, and says why', async (_why, code) => {
  const calendar = createMemoryCalendar()
  calendar.roomFailing = code
  const { panel, clock, log } = await aDoor('10:00', { calendar })
  expect(panel.current().occupancy).toEqual({ kind: 'unknown', reason: code })
  expect(log.events()).toContain('room.failed')
  calendar.roomFailing = undefined
  await clock.advance(minutes(6))
  expect(panel.current().occupancy.kind).toBe('free')
  calendar.roomFailing = code
  await clock.advance(minutes(5))
  expect(panel.current().occupancy).toEqual({ kind: 'unknown', reason: code })
})

test('the room is read before green is shown first, and a meeting shows without that', async () => {
  let answer: () => void = () => undefined
  const calendar: MemoryCalendar = {
    ...createMemoryCalendar(aBooking('10:30', '11:00')),
    readRoom: async () => {
      await new Promise<void>((resolve) => (answer = resolve))
      return ok(magnolia)
    },
  }
  const { panel, clock, occupancy, shown } = await aDoor('10:00', { calendar })
  expect(panel.current().occupancy).toEqual({ kind: 'unknown', reason: 'starting' })
  await clock.advance(minutes(31))
  expect(occupancy()).toBe('awaitingCheckIn')
  answer()
  await clock.advance(minutes(30))
  answer()
  await clock.advance(0)
  expect(
    shown.filter(({ occupancy: { kind } }) => kind === 'free').every(({ now }) => now >= at('11:00')),
  ).toBe(true)
  expect(occupancy()).toBe('free')
})

test('a room that turns free after a long meeting is green at once: it was read just before', async () => {
  const { shown, clock } = await aDoor('10:30', { bookings: [aBooking('10:00', '11:00')] })
  await clock.advance(minutes(31))
  expect(shown.filter(({ now }) => now >= at('10:31')).map(({ occupancy }) => occupancy.kind)).not.toContain(
    'unknown',
  )
})

test('at night the room is read every two hours, and at a touch', async () => {
  let readings = 0
  let room = magnolia
  const calendar: MemoryCalendar = {
    ...createMemoryCalendar(),
    readRoom: async () => {
      readings += 1
      return ok(room)
    },
  }
  const { panel, clock, occupancy } = await aDoor('00:30', { calendar })
  await clock.advance(hours(6.2))
  expect(readings).toBeLessThanOrEqual(4)
  expect(occupancy()).toBe('free')
  room = closed
  void panel.touch()
  await clock.advance(seconds(30))
  expect(occupancy()).toBe('outOfService')
})

test.each([500, 2000])(
  'with %i calls a month a closed room is seen at a touch, and within two hours without',
  async (all) => {
    const calendar = createMemoryCalendar()
    const calls = { shareOf: aShare(0) }
    const configuration = aConfiguration({ budget: { callsPerMonth: all } })
    const door = await aDoor('10:00', { setUp: async () => ok({ configuration, calendar, calls }) })
    await door.clock.advance(minutes(1))
    calendar.room = closed
    void door.panel.touch()
    expect(await secondsUntil(door, isOutOfService)).toBeLessThanOrEqual(60)
    calendar.room = magnolia
    await door.clock.advance(minutes(61))
    void door.panel.touch()
    await door.clock.advance(seconds(1))
    expect(door.occupancy()).toBe('free')
  },
)

test('green ends when the room’s own reading is too old, while the schedule goes on being read', async () => {
  let isStuck = false
  const calendar: MemoryCalendar = {
    ...createMemoryCalendar(),
    readRoom: async () => (isStuck ? new Promise<never>(() => undefined) : ok(magnolia)),
  }
  const { panel, clock } = await aDoor('10:00', { calendar })
  isStuck = true
  await clock.advance(minutes(5))
  expect(panel.current().occupancy).toEqual({ kind: 'free' })
  await clock.advance(minutes(2))
  void panel.touch()
  await clock.advance(seconds(1))
  expect(panel.current()).toMatchObject({
    occupancy: { kind: 'unknown', reason: 'stale' },
    connection: { kind: 'live' },
  })
})

test('an answer to a call from before a sleep is ignored, and the room is read again', async () => {
  const answers: ((room: Room) => void)[] = []
  const calendar: MemoryCalendar = {
    ...createMemoryCalendar(),
    readRoom: async () => ok(await new Promise<Room>((resolve) => answers.push(resolve))),
  }
  const { clock, occupancy } = await aDoor('10:00', { calendar })
  await clock.advance(seconds(1))
  clock.sleptAt = clock.elapsed()
  await clock.advance(seconds(1))
  answers[0]?.(magnolia)
  await clock.advance(seconds(1))
  expect([occupancy(), answers.length]).toEqual(['unknown', 2])
  answers[1]?.(closed)
  await clock.advance(0)
  expect(occupancy()).toBe('outOfService')
})
