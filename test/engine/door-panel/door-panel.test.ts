import { expect, test } from 'vitest'
import type { RoomCalendar } from '../../../engine/room-calendar.ts'
import { err, ok } from '../../../shared/result.ts'
import { days, contains, type Interval, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aConfiguration, aDoor as aDoorWith, type DoorOptions } from '../../support/a-door.ts'
import { aShare } from '../../support/a-share.ts'
import { aBooking, at } from '../../support/builders.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

// The door asks for no check-ins. Other stories tell what check-ins change.
const configuration = aConfiguration({ checkIn: { mode: 'off' } })
const review = aBooking('10:00', '11:00')
const aDoor = (time: string, over: DoorOptions = {}) =>
  aDoorWith(time, { bookings: [review], configuration, ...over })

test('the door is not green before the first reading', async () => {
  const { shown } = await aDoor('09:00')
  const kinds = shown.map((snapshot) => snapshot.occupancy.kind)
  expect(kinds.slice(0, kinds.indexOf('free'))).toSatisfy((before: string[]) =>
    before.every((kind) => kind === 'unknown'),
  )
  expect(kinds.at(-1)).toBe('free')
})

test('each snapshot has a higher revision than the one before', async () => {
  const { shown, clock } = await aDoor('09:00')
  await clock.advance(minutes(10))
  const revisions = shown.map(({ revision }) => revision)
  expect(revisions).toEqual(revisions.toSorted((one, other) => one - other))
  expect(new Set(revisions).size).toBe(revisions.length)
})

test('follows the day by itself', async () => {
  const { clock, occupancy } = await aDoor('09:59')
  expect(occupancy()).toBe('free')
  await clock.advance(minutes(1))
  expect(occupancy()).toBe('inUse')
  await clock.advance(minutes(60))
  expect(occupancy()).toBe('free')
})

test('a reading between the start of a meeting and the look at it does not take the look away', async () => {
  const { clock, occupancy, panel } = await aDoor('09:59')
  await clock.advance(seconds(58))
  // The look was set by a clock that an answer has put right since.
  clock.drift(seconds(3))
  await panel.touch()
  expect(occupancy()).toBe('inUse')
})

test('sees a meeting that is cancelled in its last minute before it is over', async () => {
  const { clock, calendar, occupancy } = await aDoor('09:59')
  calendar.bookings = []
  await clock.advance(seconds(50))
  expect(calendar.readings).toBe(2)
  await clock.advance(minutes(1))
  expect(occupancy()).toBe('free')
})

test('is unknown while the calendar can not be read, and recovers by itself', async () => {
  const { clock, calendar, occupancy } = await aDoor('10:30')
  calendar.failing = 'platformFault'
  await clock.advance(minutes(16))
  expect(occupancy()).toBe('unknown')
  calendar.failing = undefined
  await clock.advance(minutes(12))
  expect(occupancy()).toBe('inUse')
})

test.each([
  [8000, 1],
  [2000, 10],
])(
  'with %i calls a month a touch reads what is older than %i s, and only that',
  async (callsPerMonth, age) => {
    const thrifty = aConfiguration({ checkIn: { mode: 'off' }, budget: { callsPerMonth } })
    const { clock, calendar, panel } = await aDoor('10:30', { configuration: thrifty })
    await clock.advance(seconds(age))
    await panel.touch()
    expect(calendar.readings).toBe(1)
    await clock.advance(1)
    await panel.touch()
    expect(calendar.readings).toBe(2)
  },
)

test('a touch right after a reading shows one from after the touch a second later, however often the visitor touches', async () => {
  const { clock, calendar, panel } = await aDoor('10:30')
  await clock.advance(600)
  for (const _ of [1, 2, 3]) await panel.touch()
  expect(calendar.readings).toBe(1)
  await clock.advance(seconds(1))
  expect(calendar.readings).toBe(2)
  await clock.advance(seconds(10))
  expect(calendar.readings).toBe(2)
})

test('a touch is not content with a reading that was asked for long before it', async () => {
  const clock = createVirtualClock(at('10:30'))
  const asked: number[] = []
  const slow: RoomCalendar = {
    ...createMemoryCalendar(),
    readSchedule: async () => {
      asked.push(clock.now() - at('10:30'))
      await new Promise<void>((resolve) => clock.after(seconds(3), resolve))
      return ok([review])
    },
  }
  const { panel } = await aDoor('10:30', { clock, setUp: async () => ok({ configuration, calendar: slow }) })
  await clock.advance(seconds(1))
  void panel.touch()
  await clock.advance(1)
  void panel.touch()
  await clock.advance(seconds(5))
  expect(asked).toEqual([0, seconds(3)])
})

test('once the reserve is spent a touch reads again only if the data proves nothing any more', async () => {
  const calendar = createMemoryCalendar(review)
  const calls = { shareOf: aShare((all) => all - 1) }
  const { clock, panel } = await aDoor('10:30', { setUp: async () => ok({ configuration, calendar, calls }) })
  await clock.advance(minutes(1))
  await panel.touch()
  expect(calendar.readings).toBe(1)
  await clock.advance(minutes(15))
  expect(panel.current().occupancy).toMatchObject({ kind: 'unknown', reason: 'shareSpent' })
  await panel.touch()
  expect(panel.current().occupancy.kind).toBe('inUse')
})

test('after a leap of time no earlier reading counts', async () => {
  const { clock, shown, occupancy } = await aDoor('09:00')
  const before = shown.length
  clock.leap(minutes(90))
  await clock.advance(0)
  expect(shown.slice(before).map((snapshot) => snapshot.occupancy.kind)).toContain('unknown')
  await clock.advance(0)
  expect(occupancy()).toBe('inUse')
})

test('a tablet that is days behind never shows another day as free', async () => {
  const calendar = createMemoryCalendar(review)
  const clock = createVirtualClock(plus(at('10:30'), -days(3)))
  const asked: Interval[] = []
  const knowing: RoomCalendar = {
    ...calendar,
    // The first answer tells the true time, and covers the days that were asked for: three days ago, no
    // bookings.
    readSchedule: async (window) => {
      asked.push(window)
      if (asked.length === 1) clock.leap(days(3))
      return ok(contains(window, review.start) ? [review] : [])
    },
  }
  const { shown, occupancy } = await aDoor('10:30', {
    clock,
    setUp: async () => ok({ configuration, calendar: knowing }),
  })
  expect(shown.map((snapshot) => snapshot.occupancy.kind)).not.toContain('free')
  await clock.advance(0)
  expect(occupancy()).toBe('inUse')
  expect(asked).toHaveLength(2)
})

test('reads when the office opens, and is not green on the data of the night', async () => {
  const { clock, calendar, shown } = await aDoor('07:45')
  await clock.advance(minutes(18))
  expect(calendar.readings).toBe(2)
  expect(shown.at(-1)?.connection).toMatchObject({ kind: 'live' })
})

test('shows what is to be mended, and sets itself up as soon as it is', async () => {
  const calendar = createMemoryCalendar()
  const answers = [err({ kind: 'keyringLocked' } as const)]
  const { clock, shown, occupancy } = await aDoor('09:00', {
    setUp: async () => answers.shift() ?? ok({ configuration, calendar }),
  })
  expect(shown.at(-1)?.occupancy).toEqual({ kind: 'notSetUp', problem: { kind: 'keyringLocked' } })
  await clock.advance(seconds(10))
  expect(occupancy()).toBe('free')
})

test('a panel that is not set up says why once, and again when it is something else', async () => {
  const problems = [...Array<'keyringLocked'>(60).fill('keyringLocked'), 'keyringUnavailable' as const]
  const { clock, log } = await aDoor('09:00', {
    setUp: async () => err({ kind: problems.shift() ?? 'keyringUnavailable' }),
  })
  await clock.advance(minutes(60))
  const told = log.lines.filter(({ event }) => event === 'set-up.failed').map(({ facts }) => facts['kind'])
  expect(told).toEqual(['keyringLocked', 'keyringUnavailable'])
})

test('reads the room now and then, and shows it when it is taken out of service', async () => {
  const { clock, calendar, shown, occupancy } = await aDoor('09:00')
  expect(shown.at(-1)?.room).toEqual({ name: 'Magnolia' })
  calendar.room = { name: 'Magnolia', outOfService: { reason: 'Paint' } }
  await clock.advance(minutes(120))
  expect(occupancy()).toBe('outOfService')
})

test('a stopped panel does no more work, not even a set-up that is under way', async () => {
  const { clock, panel } = await aDoor('09:00')
  panel.stop()
  expect(clock.pending()).toBe(0)
  const calendar = createMemoryCalendar()
  let finish = (): void => expect.unreachable()
  const started = new Promise<void>((resolve) => (finish = resolve))
  const early = await aDoor('09:00', {
    setUp: async () => {
      await started
      return ok({ configuration, calendar })
    },
  })
  early.panel.stop()
  finish()
  await early.clock.advance(0)
  expect(early.clock.pending()).toBe(0)
  expect(calendar.readings).toBe(0)
})

test('the program may be stopped for an update at night, except for a while after a touch', async () => {
  const { panel, clock } = await aDoor('21:00')
  expect(panel.calm()).toBe('outOfHours')
  await panel.touch()
  expect(panel.calm()).toBeUndefined()
  await clock.advance(minutes(5))
  expect(panel.calm()).toBe('outOfHours')
})
