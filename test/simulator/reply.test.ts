import { expect, test } from 'vitest'

import { pretence } from '../../simulator/faults/fault.ts'
import { at, aWorld, codeOf, REPLY_PATH } from './a-world.ts'

const daily = { from: at('10:00'), to: at('11:00'), repeats: { every: 'day' } } as const
const threeDays = [at('00:00'), at('00:00', 3)] as const

test.each([
  ['NOT_CHECK_IN', []],
  ['DECLINED_BY_ADMIN', []],
  ['ENDED_BEFORE_DUE', ['12 10:00 to 10:20, original time 0']],
  ['ACCEPTED_BY_ADMIN', ['12 10:00 to 11:00, original time 0']],
])('%s to a running meeting leaves %j', (status, left) => {
  const { world, room, reply, shown, goTo } = aWorld()
  const { uid } = world.book(room, { from: at('10:00'), to: at('11:00') })
  goTo(at('10:20') + 500)
  expect(reply(uid, 0, status)).toBe(0)
  expect(shown()).toEqual(left)
})

test('an early end can also take the whole booking away', () => {
  const { world, room, reply, shown, goTo } = aWorld()
  world.switches.endedEarly = 'removed'
  const { uid } = world.book(room, { from: at('10:00'), to: at('11:00') })
  goTo(at('10:20'))
  reply(uid, 0, 'ENDED_BEFORE_DUE')
  expect(shown()).toEqual([])
})

test.each([
  ['wholeSeries', 0, []],
  ['firstInstance', 0, ['13 10:00 to 11:00, original time 0', '14 10:00 to 11:00, original time 0']],
  [
    'rejected',
    105003,
    [
      '12 10:00 to 11:00, original time 0',
      '13 10:00 to 11:00, original time 0',
      '14 10:00 to 11:00, original time 0',
    ],
  ],
] as const)('0 on a series, read as %s', (reading, code, left) => {
  const { world, room, reply, shown } = aWorld()
  world.switches.zeroOnSeries = reading
  expect(reply(world.book(room, daily).uid, 0, 'NOT_CHECK_IN')).toBe(code)
  expect(shown(...threeDays)).toEqual(left)
})

test('an early end of a whole series keeps what has been', () => {
  const { world, room, reply, shown, goTo } = aWorld()
  const { uid } = world.book(room, daily)
  goTo(at('10:20', 1))
  reply(uid, 0, 'ENDED_BEFORE_DUE')
  expect(shown(...threeDays)).toEqual([
    '12 10:00 to 11:00, original time 0',
    '13 10:00 to 10:20, original time 0',
  ])
})

test('the start of an instance names this one only', () => {
  const { world, room, reply, shown } = aWorld()
  expect(reply(world.book(room, daily).uid, at('10:00') / 1000, 'NOT_CHECK_IN')).toBe(0)
  expect(shown(...threeDays)).toEqual([
    '13 10:00 to 11:00, original time 0',
    '14 10:00 to 11:00, original time 0',
  ])
})

test('an exception answers to its original start', () => {
  const { world, room, reply, shown } = aWorld()
  const series = world.book(room, daily)
  world.moveInstance(series, at('10:00'), { from: at('14:00'), to: at('15:00') })
  expect(reply(series.uid, at('14:00') / 1000, 'NOT_CHECK_IN')).toBe(105003)
  expect(reply(series.uid, at('10:00') / 1000, 'NOT_CHECK_IN')).toBe(0)
  expect(shown()).toEqual([])
})

test('the first instance of a series is the first that is not over, even after exceptions', () => {
  const { world, room, reply, shown } = aWorld()
  world.switches.zeroOnSeries = 'firstInstance'
  const series = world.book(room, { ...daily, from: at('10:00', -3), to: at('11:00', -3) })
  world.cancelInstance(series, at('10:00'))
  world.moveInstance(series, at('10:00', 1), { from: at('18:00', 2), to: at('19:00', 2) })
  expect(reply(series.uid, 0, 'NOT_CHECK_IN')).toBe(0)
  expect(shown(...threeDays)).toEqual([`14 18:00 to 19:00, original time ${at('10:00', 1) / 1000}`])
})

test('once the whole series has moved, the old original time is no longer legal', () => {
  const { world, room, reply } = aWorld()
  const series = world.book(room, daily)
  world.move(series, { from: at('11:00'), to: at('12:00') })
  expect(reply(series.uid, at('10:00') / 1000, 'NOT_CHECK_IN')).toBe(105003)
  expect(reply(series.uid, at('11:00') / 1000, 'NOT_CHECK_IN')).toBe(0)
})

test('a meeting that was released is not there to be released again, until it gets another time', () => {
  const { world, room, reply, shown } = aWorld()
  const event = world.book(room, { from: at('10:00'), to: at('11:00') })
  reply(event.uid, 0, 'NOT_CHECK_IN')
  expect(reply(event.uid, 0, 'NOT_CHECK_IN')).toBe(105003)
  world.move(event, { from: at('12:00'), to: at('13:00') })
  expect(shown()).toEqual(['12 12:00 to 13:00, original time 0'])
})

test('freebusy can lag behind what the world knows', () => {
  const { world, room, reply, shown, wait } = aWorld()
  world.switches.replyShownAfter = 8000
  reply(world.book(room, { from: at('10:00'), to: at('11:00') }).uid, 0, 'NOT_CHECK_IN')
  expect(world.staysIn(room, { from: at('00:00'), to: at('00:00', 1) })).toEqual([])
  wait(7999)
  expect(shown()).toEqual(['12 10:00 to 11:00, original time 0'])
  wait(1)
  expect(shown()).toEqual([])
})

test('a series of which all was hit shows the named instance gone at once, and the others later', () => {
  const { world, room, reply, shown, wait } = aWorld()
  world.switches.instanceOfSeries = 'wholeSeries'
  world.switches.harmShownAfter = 5000
  reply(world.book(room, daily).uid, at('10:00', 1) / 1000, 'NOT_CHECK_IN')
  const days = (): number => shown(at('00:00'), at('00:00', 3)).length
  expect(shown(at('00:00', 1), at('00:00', 2))).toEqual([])
  expect(days()).toBe(2)
  wait(5000)
  expect(days()).toBe(0)
})

test('a reply can be accepted and have no effect', () => {
  const { world, room, reply, shown } = aWorld()
  world.fail('reply', pretence(), { times: 1 })
  expect(reply(world.book(room, { from: at('10:00'), to: at('11:00') }).uid, 0, 'NOT_CHECK_IN')).toBe(0)
  expect(shown()).toEqual(['12 10:00 to 11:00, original time 0'])
  expect(world.replies).toMatchObject([{ code: 0, effect: undefined, answered: true }])
})

const uid = '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b'

test.each([
  ['an unknown room', { room_id: 'omm_00000000000000000000000000000000' }, 100005],
  ['an unknown uid', { uid: '00000000-0000-4000-8000-000000000000' }, 105003],
  ['an original time for a single meeting', { original_time: at('10:00') / 1000 }, 105003],
  ['a status that is none', { status: 'CHECKED_IN' }, 105002],
  ['no original time', { original_time: undefined }, 105002],
  ['an original time as text', { original_time: '0' }, 105002],
  ['half a second', { original_time: 0.5 }, 105002],
  ['no uid', { uid: undefined }, 105002],
  ['nothing wrong', {}, 0],
])('a reply with %s', (_, wrong, code) => {
  const { world, room, post } = aWorld()
  world.book(room, { uid, from: at('10:00'), to: at('11:00') })
  const right = { room_id: room.id, uid, original_time: 0, status: 'NOT_CHECK_IN' }
  expect(codeOf(post(REPLY_PATH, { ...right, ...wrong }))).toBe(code)
})

test('a meeting is known in its own room only', () => {
  const { world, reply } = aWorld()
  const elsewhere = world.book(world.addRoom(), { from: at('10:00'), to: at('11:00') })
  expect(reply(elsewhere.uid, 0, 'NOT_CHECK_IN')).toBe(105003)
})

test('every reply is kept as it was sent, with what it did', () => {
  const { world, room, reply, post } = aWorld()
  const event = world.book(room, daily)
  reply(event.uid, at('10:00', 1) / 1000, 'NOT_CHECK_IN')
  post(REPLY_PATH, {}, 't-nobody')
  expect(world.replies).toEqual([
    {
      at: at('09:00'),
      body: `{"room_id":"${room.id}","uid":"${event.uid}","original_time":${at('10:00', 1) / 1000},"status":"NOT_CHECK_IN"}`,
      code: 0,
      effect: { event, hit: at('10:00', 1), named: at('10:00', 1) },
      answered: true,
    },
    { at: at('09:00'), body: '{}', code: 99991663, effect: undefined, answered: true },
  ])
})
