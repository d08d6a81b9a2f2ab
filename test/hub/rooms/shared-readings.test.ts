import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CompanyCalendar } from '../../../engine/company-calendar.ts'
import type { ListedBooking, ScheduleAnswer } from '../../../engine/room-calendar.ts'
import { createSharedReadings } from '../../../hub/rooms/shared-readings.ts'
import type { ProblemCode } from '../../../shared/reading/problem.ts'
import { err, ok } from '../../../shared/result.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aBooking, at, aWindow } from '../../support/builders.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const named = (count: number) => Array.from({ length: count }, (_, index) => `room-${index}`)

const running = aBooking('10:00', '11:00')

/** A calendar in memory that takes 100 ms for a call. */
function someRooms(count: number) {
  const clock = createVirtualClock(at('10:05'))
  const log = createMemoryLog()
  const calls: (readonly string[])[] = []
  const company = {
    /** By default each room is in use: the first list of a free one would be looked at twice. */
    bookings: new Map<string, readonly ListedBooking[]>(named(count).map((room) => [room, [running]])),
    failing: undefined as ProblemCode | undefined,
    unreadable: new Set<string>(),
  }
  const readSchedules: CompanyCalendar['readSchedules'] = async (rooms) => {
    calls.push(rooms)
    const { failing } = company
    const listed = new Map(
      rooms.map((room) => [
        room,
        company.unreadable.has(room)
          ? err({ code: 'roomUnreadable' } as const)
          : ok(company.bookings.get(room) ?? []),
      ]),
    )
    await new Promise<void>((resolve) => clock.after(100, resolve))
    return failing === undefined ? ok(listed) : err({ code: failing })
  }
  const roomCalendar = () => expect.fail('no room has calls of its own here')
  const readings = createSharedReadings({
    company: { readSchedules, roomCalendar, readRooms: async () => ok([]) },
    clock,
    log,
    rooms: named(count),
  })
  const heard: [room: string, isOwn: boolean][] = []
  readings.onReading((room, _reading, isOwn) => heard.push([room, isOwn]))
  /** The answer to a wish, once there is one. */
  const read = (room: string, isAwaited = false) => {
    const wish: { askedAt: number; answer?: ScheduleAnswer } = { askedAt: clock.now() }
    void readings.read(room, aWindow, isAwaited).then((answer) => (wish.answer = answer))
    return wish
  }
  return { clock, log, calls, company, readings, heard, read }
}

test('one room’s reading brings nineteen others, and those have news', async () => {
  const { clock, calls, read, heard } = someRooms(30)
  const own = read('room-7')
  await clock.advance(seconds(1))
  expect(calls).toHaveLength(1)
  expect(calls[0]).toHaveLength(20)
  expect(own.answer).toMatchObject({ ok: true, askedAt: at('10:05') + 20 })
  expect(heard.filter(([, isOwn]) => isOwn)).toEqual([['room-7', true]])
  expect(heard).toHaveLength(20)
  const brought = read('room-0')
  await clock.advance(0)
  expect(brought.answer).toMatchObject({ ok: true, askedAt: at('10:05') + 20 })
  expect(calls).toHaveLength(1)
})

test('what another room brought is taken once, and only while it is young', async () => {
  const { clock, calls, read } = someRooms(2)
  read('room-0')
  await clock.advance(seconds(1))
  read('room-1')
  const second = read('room-1')
  await clock.advance(seconds(1))
  expect(second.answer).toMatchObject({ askedAt: at('10:05:01') + 20 })
  await clock.advance(seconds(2))
  read('room-0')
  await clock.advance(seconds(1))
  expect(calls).toHaveLength(3)
})

test('what people wait for leaves at once, and takes with it what waits for company', async () => {
  const { clock, calls, read } = someRooms(3)
  read('room-0')
  read('room-1', true)
  await clock.advance(0)
  expect(calls).toEqual([['room-0', 'room-1', 'room-2']])
})

test('a room that can’t be read alone fails alone, and a call that fails does so for those who asked', async () => {
  const { clock, company, read, heard } = someRooms(3)
  company.unreadable.add('room-1')
  const [one, two] = [read('room-0'), read('room-1')]
  await clock.advance(seconds(1))
  expect(one.answer).toMatchObject({ ok: true })
  expect(two.answer).toEqual({ ok: false, error: { code: 'roomUnreadable' } })
  expect(heard.map(([room]) => room)).toEqual(['room-0', 'room-2'])
  company.failing = 'rateLimited'
  const three = read('room-0')
  await clock.advance(seconds(1))
  expect(three.answer).toEqual({ ok: false, error: { code: 'rateLimited' } })
  expect(heard).toHaveLength(2)
})

test('a list that lacks what was running is looked at twice, whoever asked for it', async () => {
  const { clock, log, calls, company, read, heard } = someRooms(2)
  read('room-0')
  await clock.advance(seconds(5))
  heard.length = 0
  company.bookings.delete('room-1')
  read('room-0')
  await clock.advance(seconds(1))
  expect(heard).toEqual([['room-0', true]])
  await clock.advance(seconds(2))
  expect(heard).toContainEqual(['room-1', true])
  expect(calls).toHaveLength(3)
  expect(log.events()).toEqual(['schedule.lacks-running'])
})

test('the first list of a free room is looked at twice: an earlier hub may have known better', async () => {
  const { clock, company, read, heard, calls } = someRooms(1)
  company.bookings.delete('room-0')
  const own = read('room-0')
  await clock.advance(seconds(1))
  expect(heard).toEqual([])
  company.bookings.set('room-0', [running])
  await clock.advance(seconds(3))
  expect(own.answer).toMatchObject({ value: [running] })
  expect(calls).toHaveLength(2)
})

test('what this hub has had removed is no surprise', async () => {
  const { clock, company, read, readings } = someRooms(1)
  read('room-0')
  await clock.advance(seconds(1))
  readings.replied('room-0', running.id)
  company.bookings.delete('room-0')
  const own = read('room-0')
  await clock.advance(200)
  expect(own.answer).toMatchObject({ ok: true, value: [] })
})

test.each([
  { why: 'has refused', asked: 200, isRefused: true },
  { why: 'took long ago', asked: minutes(10), isRefused: false },
])('a verdict that the calendar $why explains no missing booking', async ({ asked, isRefused }) => {
  const { clock, company, read, readings } = someRooms(1)
  read('room-0')
  await clock.advance(seconds(1))
  readings.replied('room-0', running.id)
  if (isRefused) readings.refused('room-0', running.id)
  await clock.advance(asked)
  company.bookings.delete('room-0')
  const own = read('room-0')
  await clock.advance(200)
  expect(own.answer).toBeUndefined()
})

const wish = fc.record({
  room: fc.nat(60),
  after: fc.integer({ min: 0, max: seconds(20) }),
  isAwaited: fc.boolean(),
})

test('no call leaves with fewer than twenty rooms while there are others, and everybody is answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 61 }),
      fc.array(wish, { minLength: 1, maxLength: 25 }),
      async (count, wishes) => {
        const { clock, calls, read } = someRooms(count)
        const made: ReturnType<typeof read>[] = []
        for (const { room, after, isAwaited } of wishes) {
          await clock.advance(after)
          made.push(read(`room-${room % count}`, isAwaited))
        }
        await clock.advance(minutes(1))
        for (const call of calls) {
          expect(call).toHaveLength(Math.min(20, count))
          expect(new Set(call).size).toBe(call.length)
        }
        expect(calls.length).toBeLessThanOrEqual(wishes.length)
        for (const { answer, askedAt } of made)
          expect(answer?.askedAt).toBeGreaterThanOrEqual(askedAt - seconds(2))
      },
    ),
    { numRuns: 40 },
  )
})
