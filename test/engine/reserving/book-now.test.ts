import { describe, expect, test } from 'vitest'
import { bookableOf } from '../../../shared/reserving/wish.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import * as faults from '../../../simulator/faults/fault.ts'
import { aBookableRoom, contact } from '../../support/a-booking-door.ts'
import { at } from '../../support/builders.ts'

/** A door on which somebody taps, the moment before the tap. */
async function atTheDoor(over: Readonly<Record<string, unknown>> = {}) {
  const room = aBookableRoom(over)
  const door = await room.start()
  const { clock, reservations } = room
  /** Taps, and lets `ms` pass; then there need be no last word yet. */
  const tap = async (length: number | 'next' = 15, ms = seconds(5)) => {
    const booked = door.panel.book({ kind: 'now', length })
    await clock.advance(ms)
    return { booked }
  }
  /** The same, to the last word. */
  const book = async (length?: number | 'next', ms?: number) => (await tap(length, ms)).booked
  const states = () =>
    reservations.kept.kind === 'found' ? reservations.kept.reservations.map(({ state }) => state.kind) : []
  return { ...room, ...door, tap, book, states }
}

test('a free room can be booked for a quarter of an hour and longer', async () => {
  const { last } = await atTheDoor()
  expect(last().occupancy).toMatchObject({ kind: 'free' })
  expect(bookableOf(last().bookable, 'now')).toMatchObject([
    { wish: { length: 15 }, end: at('10:15') },
    { wish: { length: 30 } },
    { wish: { length: 45 } },
    { wish: { length: 60 } },
  ])
})

test('booking is off until IT says so', async () => {
  const { last, world } = await atTheDoor({ booking: {} })
  expect(last().bookable).toEqual([])
  expect(world.callsTo('calendars')).toBe(0)
})

test('two taps book the room, and whoever tapped is checked in', async () => {
  const { book, occupancy, last, stays, entries, states, journal, audited } = await atTheDoor()
  await book()
  expect(occupancy()).toBe('inUse')
  expect(last()).toMatchObject({ reserving: { kind: 'booked', sought: { end: at('10:15') } }, checkIns: [] })
  expect([stays(), entries().length, states()]).toEqual([[15], 1, ['booked']])
  expect(last().occupancy).toMatchObject({ booking: { isFromDoor: true } })
  expect(last().bookings.filter(({ isFromDoor }) => isFromDoor)).toHaveLength(1)
  expect(audited).toMatchObject([{ kind: 'reserve' }, { kind: 'reserve', outcome: 'booked' }])
  expect(journal.kept).toMatchObject({ content: { checkIns: [{ start: at('10:00'), end: at('10:15') }] } })
})

test('the door says at once that it books, and is never green in between', async () => {
  const { panel, book, shown, occupancy } = await atTheDoor()
  const booking = book(30)
  expect(occupancy()).toBe('reserving')
  const before = shown.length
  await booking
  expect(new Set(shown.slice(before).map((snapshot) => snapshot.occupancy.kind))).toEqual(
    new Set(['reserving', 'inUse']),
  )
  expect(panel.current().occupancy).toMatchObject({ kind: 'inUse', until: at('10:30') })
})

test('what is booked at the door is never released, and ends as any other meeting does', async () => {
  const { clock, book, occupancy, stays, panel } = await atTheDoor()
  await book(60)
  await clock.advance(minutes(40))
  expect([occupancy(), stays()]).toEqual(['inUse', [60]])
  const { occupancy: shown } = panel.current()
  if (shown.kind !== 'inUse') throw new Error('Nobody has the room')
  const ending = panel.endMeeting(shown.booking.id)
  await clock.advance(seconds(10))
  await ending
  expect(occupancy()).toBe('free')
})

test('a second tap while the first is on its way books nothing', async () => {
  const { panel, clock, entries } = await atTheDoor()
  const first = panel.book({ kind: 'now', length: 15 })
  await panel.book({ kind: 'now', length: 30 })
  await clock.advance(seconds(5))
  await first
  expect(entries()).toHaveLength(1)
})

test('somebody was faster: nothing is left in the calendar, and the door says so', async () => {
  const { world, room, clock, tap, last, entries, states } = await atTheDoor()
  world.switches.roomAnswersAfter = [3000, 3000]
  const { booked } = await tap(30, seconds(1))
  world.book(room, { from: at('10:10'), to: at('10:40') })
  await clock.advance(seconds(8))
  await booked
  expect(last().reserving).toMatchObject({ kind: 'notBooked', because: 'declined' })
  expect([entries(), states()]).toEqual([[], ['gone']])
})

test('the room was taken since the last reading: nothing is sent', async () => {
  const { clock, world, app, room, book, last } = await atTheDoor()
  await clock.advance(seconds(30))
  world.book(room, { from: at('10:01'), to: at('10:30') })
  await book()
  expect(last().reserving).toMatchObject({ kind: 'notBooked', because: 'taken' })
  expect(world.eventsOf(app)).toEqual([])
})

test('a room that never answers is given up after 15 s, and nothing is left', async () => {
  const { world, clock, tap, last, entries, occupancy } = await atTheDoor()
  world.switches.roomAnswersAfter = [Infinity, Infinity]
  const { booked } = await tap(15, seconds(14))
  expect(occupancy()).toBe('reserving')
  await clock.advance(seconds(10))
  await booked
  expect(last()).toMatchObject({ occupancy: { kind: 'free' }, reserving: { because: 'unanswered' } })
  expect(entries()).toEqual([])
})

test.each(['sameEvent', 'refused'] as const)(
  'the answer to the making is lost, and the key gives %s: one entry is made and booked',
  async (sameKey) => {
    const { world, app, book, occupancy, stays } = await atTheDoor()
    world.switches.sameKey = sameKey
    world.fail('createEvent', faults.answerLost(), { times: 1 })
    await book(15, seconds(10))
    expect([occupancy(), stays(), world.eventsOf(app).length]).toEqual(['inUse', [15], 1])
  },
)

test('no answer to either making tells anything: the entry is found by its mark', async () => {
  const { world, app, book, occupancy, stays } = await atTheDoor()
  world.fail('createEvent', faults.answerLost(), { times: 2 })
  await book(15, seconds(10))
  expect([occupancy(), stays(), world.eventsOf(app).length]).toEqual(['inUse', [15], 1])
})

test('the calendar makes nothing that has begun: the next minute is booked', async () => {
  const { world, book, occupancy, entries } = await atTheDoor()
  world.switches.pastStart = 'refused'
  await book(15)
  expect(occupancy()).toBe('inUse')
  expect(entries()).toMatchObject([{ span: { start: at('10:01'), end: at('10:15') } }])
})

test('an entry that can not be taken out is in doubt after a minute, and is taken out when it can', async () => {
  const { world, clock, tap, last, entries, states } = await atTheDoor()
  world.switches.roomAnswersAfter = [Infinity, Infinity]
  const heal = world.fail('deleteEvent', faults.refusal(190003, 'internal', 500))
  const { booked } = await tap(15, seconds(90))
  expect(last().reserving.kind).toBe('uncertain')
  expect(entries()).toHaveLength(1)
  heal()
  await clock.advance(minutes(3))
  await booked
  expect([entries(), states()]).toEqual([[], ['gone']])
})

test('nothing is sent that is not on the disk', async () => {
  const { world, app, reservations, book, last } = await atTheDoor()
  reservations.failing = 'unwritable'
  await book()
  expect(last().reserving).toMatchObject({ kind: 'notBooked', because: 'notStored' })
  expect(world.eventsOf(app)).toEqual([])
})

test.each([
  ['without the bot ability', 'botMissing', (scene: Scene) => scene.world.takeBot(scene.app)],
  [
    'without a scope',
    'scopeMissing',
    (scene: Scene) => scene.world.removeScope(scene.app, 'calendar:calendar:read'),
  ],
])('%s there is no button, and the log names %s', async (_, code, take) => {
  const room = aBookableRoom()
  take(room)
  const { last } = await room.start()
  await room.clock.advance(seconds(30))
  expect(last()).toMatchObject({ occupancy: { kind: 'free' }, bookable: [] })
  const line = room.log.lines.find(({ event }) => event === 'reservation.limits-failed')
  expect(line?.facts).toMatchObject({ code })
})

type Scene = ReturnType<typeof aBookableRoom>

test('a scope that is missing only for the making takes the button away', async () => {
  const { world, app, book, last, entries } = await atTheDoor()
  world.removeScope(app, 'calendar:calendar.event:create')
  await book()
  expect(last()).toMatchObject({ bookable: [], reserving: { kind: 'notBooked', because: 'scopeMissing' } })
  expect(entries()).toEqual([])
})

test('a scope that IT takes away and gives back takes the button away at the first denial, and gives it back soon', async () => {
  const { world, app, clock, tap, last, entries } = await atTheDoor()
  world.switches.roomAnswersAfter = [Infinity, Infinity]
  world.removeScope(app, 'calendar:calendar.event:delete')
  await tap(15, minutes(2))
  expect(entries()).toHaveLength(1)
  await clock.advance(minutes(20))
  expect(last()).toMatchObject({ occupancy: { kind: 'free' }, bookable: [] })
  world.grantScope(app, 'calendar:calendar.event:delete')
  await clock.advance(minutes(25))
  expect(entries()).toEqual([])
  expect(last().bookable).not.toEqual([])
})

test('a room that must approve each booking has no button', async () => {
  const room = aBookableRoom()
  room.world.limitBookings(room.room, { approvalFromHours: 0 })
  const { last } = await room.start()
  expect(last()).toMatchObject({ occupancy: { kind: 'free' }, bookable: [] })
})

test('a booking costs five to seven calls', async () => {
  const { world, book } = await atTheDoor()
  const names = ['freebusy', 'createEvent', 'addAttendees', 'attendees', 'deleteEvent', 'summary'] as const
  const calls = () => names.reduce((sum, name) => sum + world.callsTo(name), 0)
  const before = calls()
  await book()
  expect(calls() - before).toBeLessThanOrEqual(7)
})

describe('where IT asks for the PIN', () => {
  const byPin = { booking: { who: 'pin', contact } }
  const wish = { kind: 'now', length: 15 } as const

  test('the right one books', async () => {
    const { panel, clock, last, occupancy } = await atTheDoor(byPin)
    expect(last().bookingNeedsPin).toBe(true)
    const booked = panel.book(wish, '2468')
    await clock.advance(seconds(5))
    await booked
    expect(occupancy()).toBe('inUse')
  })

  test.each([['1357'], [undefined]])('%s books nothing, and sends nothing', async (pin) => {
    const { panel, last, world, app } = await atTheDoor(byPin)
    await panel.book(wish, pin)
    expect(last().reserving).toMatchObject({ kind: 'notBooked', because: 'wrongPin' })
    expect(world.eventsOf(app)).toEqual([])
  })

  test.each(['missing', 'locked', 'timedOut'] as const)(
    'a keyring whose PIN is %s calls no PIN wrong',
    async (problem) => {
      const { panel, pin, last, world, app } = await atTheDoor(byPin)
      pin.failing = problem
      await panel.book(wish, '2468')
      expect(last().reserving).toMatchObject({ kind: 'notBooked', because: 'pinNotCompared' })
      expect(world.eventsOf(app)).toEqual([])
    },
  )

  test('after five wrong ones the right one has to wait', async () => {
    const { panel, last } = await atTheDoor(byPin)
    for (const pin of ['1', '2', '3', '4', '5', '2468']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await panel.book(wish, pin)
    }
    expect(last().reserving).toMatchObject({ because: 'wrongPin' })
  })
})
