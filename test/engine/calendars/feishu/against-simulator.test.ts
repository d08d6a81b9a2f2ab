import { afterEach, expect, test, vi } from 'vitest'
import { createFeishuCalendar } from '../../../../engine/calendars/feishu/feishu-calendar.ts'
import { createSystemClock } from '../../../../main/adapters/clock/system-clock.ts'
import { createHttp } from '../../../../main/adapters/network/fetch-http.ts'
import type { Booking } from '../../../../shared/booking/booking.ts'
import { ok } from '../../../../shared/result.ts'
import { days, hours, instantOf, minutes } from '../../../../shared/time/time.ts'
import * as faults from '../../../../simulator/faults/fault.ts'
import { serveWorld } from '../../../../simulator/server.ts'
import { createWorld } from '../../../../simulator/world.ts'
import { dice } from '../../../simulator/a-world.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { replied } from '../../../support/replied.ts'

/** Pauses and time limits are a tenth of what they are at a door. */
const rate = 10
vi.setConfig({ testTimeout: 20_000 })

let close: (() => Promise<void>) | undefined
afterEach(() => close?.())

/** The real client over real HTTP on a simulated Feishu without bookings. */
async function createOffice() {
  const clock = createSystemClock(rate)
  const world = createWorld({ now: clock.now, random: dice(1) })
  const app = world.addApp()
  const room = world.addRoom()
  const served = await serveWorld(world, clock)
  close = served.close
  const log = createMemoryLog()
  const calendar = createFeishuCalendar({
    http: createHttp(fetch),
    clock,
    log,
    random: dice(2),
    origin: served.origin,
    appId: app.id,
    roomId: room.id,
    readSecret: async () => ok(app.secret),
  })
  /** The last full minute: what begins then is running. */
  const began = Math.floor(clock.now() / minutes(1)) * minutes(1)
  const threeDays = { start: instantOf(began - days(1)), end: instantOf(began + days(2)) }

  const read = () => calendar.readSchedule(threeDays)
  const booked = async (): Promise<readonly Booking[]> => {
    const schedule = await read()
    return schedule.ok ? schedule.value : expect.fail(schedule.error.code)
  }
  const running = async (): Promise<Booking | undefined> =>
    (await booked()).find(({ start, end }) => start <= clock.now() && clock.now() < end)
  const endRunning = async () => replied(calendar, (await running()) ?? expect.fail('nothing runs'), 'end')
  return { clock, world, app, room, log, calendar, began, read, booked, running, endRunning }
}

type Office = Awaited<ReturnType<typeof createOffice>>

const bookNow = ({ world, room, began }: Office) =>
  world.book(room, { from: began, to: began + hours(1), organizer: 'Lin Xiaoyu' })

const bookWeekly = ({ world, room, began }: Office) =>
  world.book(room, {
    from: began - days(14),
    to: began - days(14) + hours(1),
    repeats: { every: 'week', until: began + days(28) },
  })

test('reads the schedule and the room', async () => {
  const office = await createOffice()
  const { world, room, began, calendar } = office
  const meeting = bookNow(office)
  world.book(room, { from: began + hours(2), to: began + hours(3), private: true })
  world.book(room, { from: began + hours(4), to: began + hours(5), madeByApp: true })
  expect(await office.booked()).toMatchObject([
    {
      id: `${meeting.uid}/0/${began / 1000}`,
      meeting: meeting.uid,
      start: began,
      end: began + hours(1),
      organizer: { name: 'Lin Xiaoyu' },
    },
    { start: began + hours(2) },
    { start: began + hours(4), organizer: {} },
  ])
  expect((await office.booked())[1]).not.toHaveProperty('organizer')
  const value = { name: 'Magnolia', capacity: 8, place: ['North Tower', 'F2'] }
  expect(await calendar.readRoom()).toEqual({ ok: true, value })
})

test('a room out of service says why and for how long', async () => {
  const { world, room, calendar, began } = await createOffice()
  world.disableRoom(room, { reason: 'Flooded', until: began + days(1) })
  expect(await calendar.readRoom()).toMatchObject({
    ok: true,
    value: { outOfService: { reason: 'Flooded', until: began + days(1) } },
  })
})

test('with the scope of the schedule alone the room is known, but not why it is out of service', async () => {
  const { world, app, room, calendar } = await createOffice()
  world.removeScope(app, 'vc:room:readonly')
  world.disableRoom(room, { reason: 'Flooded' })
  const value = { name: 'Magnolia', capacity: 8, place: ['North Tower', 'F2'], outOfService: {} }
  expect(await calendar.readRoom()).toEqual({ ok: true, value })
})

test('ends a single meeting', async () => {
  const office = await createOffice()
  bookNow(office)
  expect(await office.endRunning()).toEqual({ kind: 'accepted' })
  expect(await office.running()).toBeUndefined()
  expect(office.world.replies.map(({ code }) => code)).toEqual([105003, 0])
})

test.each(['wholeSeries', 'rejected', 'firstInstance'] as const)(
  'ends one meeting of a weekly series and no other, where 0 means %s',
  async (zeroOnSeries) => {
    const office = await createOffice()
    const { world, room, began } = office
    world.switches.zeroOnSeries = zeroOnSeries
    bookWeekly(office)
    expect(await office.endRunning()).toEqual({ kind: 'accepted' })
    expect(await office.running()).toBeUndefined()
    expect(world.replies.map(({ effect }) => effect?.hit)).toEqual([began])
    const month = { from: began - days(15), to: began + days(30) }
    const whole = world.staysIn(room, month).filter(({ start, end }) => end - start === hours(1))
    expect(whole.map(({ start }) => (start - began) / days(1))).toEqual([-14, -7, 7, 14, 21, 28])
  },
)

test('ends a moved instance of a series', async () => {
  const office = await createOffice()
  const { world, began } = office
  const series = world.book(office.room, {
    from: began - days(7) + hours(3),
    to: began - days(7) + hours(4),
    repeats: { every: 'week' },
  })
  world.moveInstance(series, began + hours(3), { from: began, to: began + hours(1) })
  expect(await office.endRunning()).toEqual({ kind: 'accepted' })
  expect(world.replies.map(({ effect }) => effect?.hit)).toEqual([began + hours(3)])
})

test('notices that a meeting has other times since it was read', async () => {
  const office = await createOffice()
  const { world, calendar, began } = office
  const series = bookWeekly(office)
  const read = (await office.running()) ?? expect.fail('nothing runs')
  world.move(series, { from: began - days(14) + minutes(-5), to: began - days(14) + hours(1) })
  expect(await replied(calendar, read, 'end')).toMatchObject({
    kind: 'moved',
    problem: { calendarCode: 105003 },
  })
  expect(world.replies.map(({ effect }) => effect)).toEqual([undefined])
})

test('lives with a 504 page as the first answer of every call, and sends a reply that got one no second time', async () => {
  const office = await createOffice()
  const { world, calendar } = office
  bookNow(office)
  for (const call of ['token', 'freebusy', 'room', 'reply'] as const)
    world.fail(call, faults.gatewayPage(504), { times: 1 })
  expect(await calendar.readRoom()).toMatchObject({ ok: true })
  expect(await office.endRunning()).toMatchObject({ kind: 'unsure' })
  expect(world.callsTo('reply')).toBe(1)
})

test.each([
  ['lost', faults.answerLost()],
  ['cut', faults.bodyCut()],
  ['garbage', faults.garbage({ carriedOut: true })],
  ['empty', faults.emptyAnswer({ carriedOut: true })],
  ['never there', faults.silence({ carriedOut: true })],
])('is unsure of a reply whose answer is %s, and a reading tells', async (_, fault) => {
  const office = await createOffice()
  bookWeekly(office)
  office.world.fail('reply', fault)
  expect(await office.endRunning()).toMatchObject({ kind: 'unsure', problem: { code: 'unreachable' } })
  expect(office.world.callsTo('reply')).toBe(1)
  expect(await office.running()).toBeUndefined()
})

test('gets a new token when all were revoked, for a reading and for a reply', async () => {
  const office = await createOffice()
  bookNow(office)
  await office.booked()
  office.world.revokeTokens()
  await office.booked()
  const booking = (await office.running()) ?? expect.fail('nothing runs')
  office.world.revokeTokens()
  expect(await replied(office.calendar, booking, 'end')).toEqual({ kind: 'accepted' })
  expect(office.world.callsTo('token')).toBe(3)
})

test.each([
  ['end', 'ENDED_BEFORE_DUE', false],
  ['release', 'NOT_CHECK_IN', false],
  ['accept', 'ACCEPTED_BY_ADMIN', true],
  ['decline', 'DECLINED_BY_ADMIN', false],
] as const)(
  '%s arrives as a well-formed %s, and its effect is read back',
  async (verdict, status, stands) => {
    const office = await createOffice()
    const { uid } = bookNow(office)
    const booking = (await office.running()) ?? expect.fail('nothing runs')
    expect(await replied(office.calendar, booking, verdict)).toEqual({ kind: 'accepted' })
    const bodies = office.world.replies.map(({ body }) => JSON.parse(body) as unknown)
    const [body, named] = [{ room_id: office.room.id, uid, status }, office.began / 1000]
    expect(bodies).toEqual([
      { ...body, original_time: named },
      { ...body, original_time: 0 },
    ])
    expect((await office.running()) !== undefined).toBe(stands)
  },
)

test.each(['accept', 'decline'] as const)(
  '%s one instance of a weekly series and no other',
  async (verdict) => {
    const office = await createOffice()
    bookWeekly(office)
    const booking = (await office.running()) ?? expect.fail('nothing runs')
    const siblings = async () => {
      const read = await office.calendar.readSiblings(booking)
      return read.ok ? read.value : expect.fail(read.error.code)
    }
    const before = await siblings()
    expect(before.length).toBeGreaterThan(0)
    expect(await replied(office.calendar, booking, verdict)).toEqual({ kind: 'accepted' })
    const bodies = office.world.replies.map(({ body }) => JSON.parse(body) as unknown)
    expect(bodies).toMatchObject([{ original_time: office.began / 1000 }])
    expect(await siblings()).toEqual(before)
  },
)

test('lives with tokens of 60 s', async () => {
  const office = await createOffice()
  office.world.switches.tokenLife = 60
  bookNow(office)
  expect(await office.endRunning()).toEqual({ kind: 'accepted' })
  expect(office.world.callsTo('token')).toBe(1)
})

test.each<[string, (office: Office) => unknown]>([
  ['credentialsRejected', ({ world, app }) => world.addApp({ id: app.id, secret: 'another one' })],
  ['appDisabled', ({ world, app }) => world.disableApp(app)],
  ['scopeMissing', ({ world, app }) => world.removeScope(app, 'calendar:room:readonly')],
  ['addressDenied', ({ world, app }) => world.allowOnlyFrom(app, ['203.0.113.7'])],
  ['quotaSpent', ({ world }) => world.limitMonth(0)],
  ['rateLimited', ({ world }) => world.fail('freebusy', faults.tooManyCalls({ status: 400 }))],
  ['platformFault', ({ world }) => world.fail('freebusy', faults.refusal(105001))],
  ['roomUnreadable', ({ world, room }) => world.fail('freebusy', faults.unreadableRoom(room))],
  ['roomUnreadable', ({ world, room }) => world.removeRoom(room)],
  ['unreachable', ({ world }) => world.fail('any', faults.connectionRefused())],
  ['unreachable', ({ world }) => world.fail('freebusy', faults.garbage())],
  ['unreachable', ({ world }) => world.fail('freebusy', faults.silence())],
])('says %s', async (problem, spoil) => {
  const office = await createOffice()
  spoil(office)
  expect(await office.read()).toMatchObject({ ok: false, error: { code: problem } })
})

test('says how long it is to wait', async () => {
  const office = await createOffice()
  office.world.fail('freebusy', faults.tooManyCalls({ resetSeconds: 52 }))
  expect(await office.read()).toMatchObject({ error: { retryAfter: 52_000 } })
})

test('says which scope is missing', async () => {
  const office = await createOffice()
  office.world.removeScope(office.app, 'calendar:room:readonly')
  expect(await office.read()).toMatchObject({
    error: { scopes: ['calendar:room:readonly'] },
  })
})
