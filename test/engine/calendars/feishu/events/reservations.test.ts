import { expect, test } from 'vitest'
import type { RoomAcceptance } from '../../../../../engine/reservation-calendar.ts'
import { type CalendarEntry, reservationIdOf } from '../../../../../shared/reserving/reservation.ts'
import { hours, minutes, plus, seconds } from '../../../../../shared/time/time.ts'
import * as faults from '../../../../../simulator/faults/fault.ts'
import { onSimulatedFeishu } from '../../../../support/on-simulated-feishu.ts'

const id = reservationIdOf('0b1c2d3e-4f50-4a61-8b72-9c83ad94be05')
const another = reservationIdOf('0b1c2d3e-4f50-4a61-8b72-9c83ad94be06')

/** The real client on a simulated Feishu whose rooms answer after two seconds. */
function atTheDoor() {
  const scene = onSimulatedFeishu()
  const { clock, world, app, room, calendar } = scene
  world.switches.roomAnswersAfter = [2000, 2000]
  const { reservations } = calendar
  if (reservations === undefined) throw new Error('This calendar can be booked')
  const start = clock.now()
  const wanted = {
    id,
    room: room.id,
    wish: 'extend' as const,
    start,
    end: plus(start, minutes(15)),
    title: 'Booked at the door',
    timeZone: 'Asia/Shanghai',
  }
  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    await clock.advance(seconds(30))
    return promise
  }
  const make = async (over: Partial<typeof wanted> = {}): Promise<CalendarEntry> => {
    const making = await settled(reservations.make({ ...wanted, ...over }))
    return making.kind === 'made' ? making.entry : expect.fail(making.problem.code)
  }
  const answer = async (entry: CalendarEntry): Promise<RoomAcceptance> => {
    const read = await reservations.readAnswer(entry, room.id)
    return read.ok ? read.value : expect.fail(read.error.code)
  }
  const events = () => world.eventsOf(app)
  const stays = () => world.staysIn(room, { from: start, to: start + hours(24) }).length
  return { ...scene, reservations, wanted, settled, make, answer, events, stays }
}

test('makes an entry, asks the room, and hears its answer', async () => {
  const { clock, room, reservations, make, answer, stays } = atTheDoor()
  const entry = await make()
  expect(await answer(entry)).toBe('notAsked')
  expect(await reservations.askRoom(entry, room.id)).toEqual({ ok: true, value: undefined })
  expect([await answer(entry), stays()]).toEqual(['waiting', 0])
  await clock.advance(seconds(2))
  expect([await answer(entry), stays()]).toEqual(['accepted', 1])
})

test('the room’s schedule names the booking by the meeting of the entry', async () => {
  const { clock, calendar, room, reservations, wanted, make } = atTheDoor()
  const entry = await make()
  await reservations.askRoom(entry, room.id)
  await clock.advance(seconds(2))
  const schedule = await calendar.readSchedule({ start: wanted.start, end: plus(wanted.start, hours(1)) })
  expect(schedule).toMatchObject({
    value: [{ meeting: entry.meeting, start: wanted.start, end: wanted.end }],
  })
})

test('two makings of one reservation make one entry', async () => {
  const { make, events } = atTheDoor()
  expect(await make()).toEqual(await make())
  expect(events()).toHaveLength(1)
})

test('the doors of an app share one calendar, also those that make one at the same time', async () => {
  const { world, reservations, settled, make } = atTheDoor()
  await settled(Promise.all([reservations.readLimits(), reservations.readLimits()]))
  await make()
  expect(world.callsTo('createCalendar')).toBeLessThanOrEqual(2)
  const calls = world.callsTo('calendars')
  await reservations.readLimits()
  expect(world.callsTo('calendars')).toBe(calls)
})

test('doors that made a calendar each at the same time find what is in either', async () => {
  const { world, app, reservations, wanted, settled, make, calendarOfDoor } = atTheDoor()
  const entry = await make()
  const [calendar = expect.fail('no calendar')] = world.calendarsOf(app)
  world.doubleCalendar(calendar)
  // It books in the first one by its id.
  const other = calendarOfDoor().reservations ?? expect.fail('This calendar can be booked')
  const making = await settled(other.make({ ...wanted, start: plus(wanted.start, minutes(10)), id: another }))
  expect(making).toMatchObject({ kind: 'made' })
  expect(world.calendarsOf(app).filter(({ events }) => events.length > 0)).toHaveLength(2)
  for (const door of [reservations, other]) {
    // oxlint-disable-next-line no-await-in-loop -- one door after the other
    const listed = await settled(door.list(wanted))
    const entries = listed.ok ? listed.value.map((one) => one.entry) : []
    expect(entries).toHaveLength(2)
    expect(entries).toContainEqual(entry)
  }
})

test('a list makes no calendar: an app that books nothing needs none', async () => {
  const { reservations, wanted, settled, world, app } = atTheDoor()
  expect(await settled(reservations.list(wanted))).toEqual({ ok: true, value: [] })
  expect(world.calendarsOf(app)).toEqual([])
})

test('a calendar whose making was not answered is found', async () => {
  const { world, reservations, settled } = atTheDoor()
  world.fail('createCalendar', faults.answerLost(), { times: 1 })
  expect(await settled(reservations.readLimits())).toEqual({ ok: true, value: {} })
  expect(world.callsTo('createCalendar')).toBe(1)
})

test('a making whose answer is lost is unsure, and is not repeated by itself', async () => {
  const { world, reservations, wanted, settled, events } = atTheDoor()
  world.fail('createEvent', faults.answerLost(), { times: 1 })
  expect(await settled(reservations.make(wanted))).toMatchObject({
    kind: 'unsure',
    problem: { code: 'unreachable' },
  })
  expect([events().length, world.callsTo('createEvent')]).toEqual([1, 1])
})

test('an entry of which no answer told is found by its mark', async () => {
  const { world, reservations, wanted, settled, make } = atTheDoor()
  const entry = await make()
  const day = { start: wanted.start, end: plus(wanted.start, hours(1)) }
  expect(await settled(reservations.list(day))).toMatchObject({
    value: [{ reservation: id, isOwnRoom: true, entry }],
  })
  await reservations.remove(entry)
  expect(await settled(reservations.list(day))).toEqual({ ok: true, value: [] })
  expect(world.callsTo('events')).toBe(2)
})

test('an entry is found among more than a list gives at once', async () => {
  const { world, app, reservations, wanted, settled, make } = atTheDoor()
  const entry = await make()
  const calendar = world.calendarsOf(app)[0] ?? expect.fail('no calendar')
  for (let count = 0; count < 2500; count++) {
    const from = wanted.start - hours(24) + count * minutes(1)
    world.enterByHand(calendar, { from, to: from + minutes(15) })
  }
  const around = { start: plus(wanted.start, -hours(24)), end: plus(wanted.end, hours(24)) }
  const listed = await settled(reservations.list(around))
  expect(listed).toMatchObject({ ok: true, value: [{ reservation: id, entry, wish: 'extend' }] })
  expect(world.callsTo('events')).toBe(7)
})

test.each(['deleted', 'notFound'] as const)(
  'what is gone is removed, whatever it is called: %s',
  async (told) => {
    const { world, reservations, settled, make, answer } = atTheDoor()
    world.switches.deletedTwice = told
    const entry = await make()
    expect(await settled(reservations.remove(entry))).toEqual({ ok: true, value: undefined })
    expect(await settled(reservations.remove(entry))).toEqual({ ok: true, value: undefined })
    expect(await answer(entry)).toBe('gone')
  },
)

test('a removal is repeated until it is answered', async () => {
  const { world, reservations, settled, make, events } = atTheDoor()
  const entry = await make()
  world.fail('deleteEvent', faults.answerLost(), { times: 2 })
  expect(await settled(reservations.remove(entry))).toEqual({ ok: true, value: undefined })
  expect(events()).toMatchObject([{ isDeleted: true }])
})

test('asking the room is settled by reading: an answer that was lost is no refusal', async () => {
  const { world, room, reservations, settled, make, answer } = atTheDoor()
  const entry = await make()
  world.fail('addAttendees', faults.answerLost(), { times: 1 })
  expect(await settled(reservations.askRoom(entry, room.id))).toEqual({ ok: true, value: undefined })
  expect(await answer(entry)).toBe('accepted')
  expect(world.callsTo('addAttendees')).toBe(1)
})

test('a taken room declines', async () => {
  const { clock, world, room, reservations, wanted, make, answer } = atTheDoor()
  const entry = await make()
  world.book(room, { from: wanted.start, to: wanted.start + minutes(30) })
  await reservations.askRoom(entry, room.id)
  await clock.advance(seconds(2))
  expect(await answer(entry)).toBe('declined')
})

test('reads what the company lets the room be booked for', async () => {
  const { world, room, reservations, settled } = atTheDoor()
  world.limitBookings(room, { opens: 8 * 3600, closes: 20 * 3600, longestHours: 2, approvalFromHours: 0.5 })
  expect(await settled(reservations.readLimits())).toEqual({
    ok: true,
    value: { opens: hours(8), closes: hours(20), longest: hours(2), approvalFrom: minutes(30) },
  })
  world.limitBookings(room, { approvalFromHours: 0 })
  expect(await settled(reservations.readLimits())).toMatchObject({ value: { approvalFrom: 0 } })
})

test('without the bot ability, or a scope, it says which', async () => {
  const { world, app, reservations, wanted, settled } = atTheDoor()
  world.removeScope(app, 'calendar:calendar.event:create')
  expect(await settled(reservations.make(wanted))).toMatchObject({
    kind: 'refused',
    problem: { code: 'scopeMissing', scopes: ['calendar:calendar', 'calendar:calendar.event:create'] },
  })
  world.grantScope(app, 'calendar:calendar.event:create')
  world.takeBot(app)
  expect(await settled(reservations.make(wanted))).toMatchObject({
    kind: 'refused',
    problem: { code: 'botMissing' },
  })
})

test.each([
  [191002, 'calendarDenied', 'refused'],
  [190004, 'rateLimited', 'refused'],
  [99991400, 'rateLimited', 'refused'],
  [190014, 'unexpected', 'begun'],
  [190007, 'botMissing', 'refused'],
  [190010, 'platformFault', 'unsure'],
  [190003, 'platformFault', 'unsure'],
] as const)('%i is %s, and nothing was made for certain: %s', async (code, problem, kind) => {
  const { world, reservations, wanted, settled } = atTheDoor()
  await settled(reservations.readLimits())
  world.fail('createEvent', faults.refusal(code, 'no', 400), { times: 1 })
  expect(await settled(reservations.make(wanted))).toMatchObject({
    kind,
    problem: { code: problem, calendarCode: code },
  })
})

test('what has begun may be refused for that, and is made with a later start', async () => {
  const { clock, world, reservations, wanted, settled, make } = atTheDoor()
  world.switches.pastStart = 'refused'
  await clock.advance(seconds(10))
  expect(await settled(reservations.make(wanted))).toMatchObject({ kind: 'begun' })
  await make({ start: plus(wanted.start, minutes(5)) })
})

test('a calendar that was taken away is looked for anew', async () => {
  const { world, reservations, wanted, settled, make } = atTheDoor()
  await settled(reservations.readLimits())
  world.fail('createEvent', faults.refusal(191003, 'calendar is deleted', 403), { times: 1 })
  await settled(reservations.make(wanted))
  const calls = world.callsTo('calendars')
  await make()
  expect(world.callsTo('calendars')).toBe(calls + 1)
})
