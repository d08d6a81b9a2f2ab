import { expect, test } from 'vitest'
import type { Booking } from '../../../../../shared/booking/booking.ts'
import { days, hours, instantOf, minutes, seconds } from '../../../../../shared/time/time.ts'
import type { Repeats } from '../../../../../simulator/calendar/calendar-verbs.ts'
import { gatewayPage, slow } from '../../../../../simulator/faults/fault.ts'
import { onSimulatedFeishu } from '../../../../support/on-simulated-feishu.ts'
import { replied } from '../../../../support/replied.ts'

/** The real client on a simulated Feishu, in which a meeting runs since a quarter of an hour. */
async function anOffice(repeats?: Repeats) {
  const { clock, world, app, room, calendar } = onSimulatedFeishu()
  const began = clock.now() - minutes(15)
  const event = world.book(room, { from: began, to: began + hours(1), ...(repeats && { repeats }) })
  const around = { start: instantOf(clock.now() - days(1)), end: instantOf(clock.now() + days(2)) }
  /** What `begun` gives once time has gone on far enough. */
  const outcomeOf = async <T>(begun: Promise<T>): Promise<T> => {
    await clock.advance(seconds(60))
    return begun
  }
  const running = async (): Promise<Booking> => {
    const schedule = await outcomeOf(calendar.readSchedule(around))
    const found = schedule.ok ? schedule.value.find(({ start }) => start === began) : undefined
    return found ?? expect.fail('nothing runs')
  }
  const sent = (): readonly number[] =>
    world.replies.map(({ body }) => Number(/"original_time":(\d+)[,}]/.exec(body)?.[1]))
  const standing = (): number => world.staysIn(room, { from: began + hours(1), to: began + days(800) }).length
  return { clock, world, app, room, event, calendar, began, outcomeOf, running, sent, standing }
}

const second = (ms: number): number => ms / 1000

const kinds: readonly [string, Repeats | undefined][] = [
  ['single', undefined],
  ['of every day', { every: 'day' }],
  ['of every week', { every: 'week' }],
  ['of every second week', { every: 'week', interval: 2 }],
  ['of every fifth week', { every: 'week', interval: 5 }],
  ['of every thirteenth week', { every: 'week', interval: 13 }],
  ['of every quarter', { every: 'quarter' }],
  ['of every half year', { every: 'quarter', interval: 2 }],
  ['of every year', { every: 'year' }],
]

test.each(
  kinds.flatMap(([name, repeats]) =>
    (['end', 'release', 'decline'] as const).map((verdict) => [verdict, name, repeats] as const),
  ),
)('%s: a meeting %s, and no other', async (verdict, _, repeats) => {
  const office = await anOffice(repeats && { ...repeats, until: Date.UTC(2028, 10, 1) })
  const booking = await office.running()
  const before = office.standing()
  expect(await office.outcomeOf(replied(office.calendar, booking, verdict))).toEqual({ kind: 'accepted' })
  const start = second(office.began)
  expect(office.sent()).toEqual(repeats === undefined ? [start, 0] : [start])
  expect(office.standing()).toBe(before)
})

test.each<[string, Repeats]>([
  ['a week', { every: 'week', until: Date.UTC(2026, 11, 12) }],
  ['a day', { every: 'day' }],
  ['a quarter', { every: 'week', interval: 13 }],
  ['a year', { every: 'week', interval: 52 }],
])(
  'a single meeting that was made one of every %s an hour ago takes none of the others with it',
  async (_, repeats) => {
    const office = await anOffice()
    const booking = await office.running()
    await office.outcomeOf(office.calendar.readSiblings(booking))
    office.world.repeat(office.event, repeats)
    const before = office.world.staysIn(office.room, {
      from: office.began + hours(1),
      to: office.began + days(60),
    })
    expect(await office.outcomeOf(replied(office.calendar, booking, 'end'))).toEqual({ kind: 'accepted' })
    expect(office.sent()).toEqual([second(office.began)])
    const after = office.world.staysIn(office.room, {
      from: office.began + hours(1),
      to: office.began + days(60),
    })
    expect(after).toEqual(before)
  },
)

test('a single meeting that was moved since is not ended under its new time', async () => {
  const office = await anOffice()
  const booking = await office.running()
  office.world.move(office.event, { from: office.began + minutes(5), to: office.began + hours(1) })
  expect(await office.outcomeOf(replied(office.calendar, booking, 'end'))).toMatchObject({
    kind: 'moved',
    problem: { calendarCode: 105003 },
  })
  expect(office.sent()).toEqual([second(office.began)])
})

test.each<[string, Repeats]>([
  ['week', { every: 'week' }],
  ['fifth week', { every: 'week', interval: 5 }],
  ['thirteenth week', { every: 'week', interval: 13 }],
  ['quarter', { every: 'quarter' }],
  ['half year', { every: 'quarter', interval: 2 }],
])('0 is never sent to a series of every %s, even where its start names nothing', async (_, repeats) => {
  const office = await anOffice(repeats)
  office.world.switches.instanceOfSeries = 'rejected'
  const before = office.standing()
  const booking = await office.running()
  expect(await office.outcomeOf(replied(office.calendar, booking, 'end'))).toMatchObject({
    kind: 'seriesUnknown',
    problem: { calendarCode: 105003 },
  })
  expect(office.sent()).toEqual([second(office.began)])
  expect(office.standing()).toBe(before)
})

test('after a failed look no second reply is sent, because the meeting may be a series', async () => {
  const office = await anOffice()
  const booking = await office.running()
  office.world.fail('freebusy', gatewayPage(504))
  expect(await office.outcomeOf(replied(office.calendar, booking, 'end'))).toMatchObject({
    kind: 'seriesUnknown',
    problem: { code: 'unreachable' },
  })
  expect(office.sent()).toEqual([second(office.began)])
})

test('an end of a single meeting looks once, while the schedule is read; a release is asked again before 0', async () => {
  const office = await anOffice()
  const booking = await office.running()
  const before = office.world.callsTo('freebusy')
  office.world.fail('freebusy', slow(2000))
  await office.outcomeOf(office.calendar.readSiblings(booking))
  const answers = [true, true]
  const reply = replied(
    office.calendar,
    booking,
    'release',
    async () => answers.shift() ?? expect.fail('asked again'),
  )
  expect(await office.outcomeOf(reply)).toEqual({ kind: 'accepted' })
  expect(answers).toEqual([])
  expect(office.world.callsTo('freebusy') - before).toBe(8)
})

test('a release that may no longer go is not sent with 0', async () => {
  const office = await anOffice()
  const booking = await office.running()
  const answers = [true, false]
  const reply = replied(
    office.calendar,
    booking,
    'release',
    async () => answers.shift() ?? expect.fail('asked again'),
  )
  expect(await office.outcomeOf(reply)).toMatchObject({ kind: 'withheld' })
  expect(office.sent()).toEqual([second(office.began)])
})
