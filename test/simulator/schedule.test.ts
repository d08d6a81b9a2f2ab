import { expect, test } from 'vitest'

import { at, aWorld, json } from './a-world.ts'

const daily = { from: at('10:00'), to: at('10:30'), repeats: { every: 'day' } } as const

test('a room without a booking appears nowhere in the answer', () => {
  const { get, freebusyPath } = aWorld()
  expect(json(get(freebusyPath()))).toMatchObject({ code: 0, data: { free_busy: {}, error_room_ids: [] } })
})

test.each([
  ['before it', '08:00', '10:00', []],
  ['up to its middle', '08:00', '10:15', ['12 10:00 to 10:30, original time 0']],
  ['inside it', '10:10', '10:20', ['12 10:00 to 10:30, original time 0']],
  ['from its end', '10:30', '12:00', []],
])('a window %s shows the booking whole or not at all', (_, from, to, expected) => {
  const { world, room, shown } = aWorld()
  world.book(room, { from: at('10:00'), to: at('10:30') })
  expect(shown(at(from), at(to))).toEqual(expected)
})

test('a meeting over midnight is shown once', () => {
  const { world, room, shown } = aWorld()
  world.book(room, { from: at('22:00'), to: at('02:00', 2) })
  expect(shown(at('00:00', -3), at('00:00', 5))).toEqual(['12 22:00 to 02:00, original time 0'])
  expect(shown(at('00:00', 1), at('00:00', 2))).toEqual(['12 22:00 to 02:00, original time 0'])
})

test('each day of a daily meeting has the same uid and the original time 0', () => {
  const { world, room, shown } = aWorld()
  world.book(room, daily)
  expect(shown(at('00:00', -5), at('00:00', 3))).toEqual([
    '12 10:00 to 10:30, original time 0',
    '13 10:00 to 10:30, original time 0',
    '14 10:00 to 10:30, original time 0',
  ])
})

test('a series ends with the last instance that starts by its end', () => {
  const { world, room, shown } = aWorld()
  world.book(room, { ...daily, repeats: { every: 'week', until: at('10:00', 14) } })
  expect(shown(at('00:00'), at('00:00', 60))).toEqual([
    '12 10:00 to 10:30, original time 0',
    '19 10:00 to 10:30, original time 0',
    '26 10:00 to 10:30, original time 0',
  ])
})

test('a series by months keeps the day of the month, and leaves out the months that lack it', () => {
  const { world, room, shown } = aWorld()
  world.book(room, { ...daily, repeats: { every: 'quarter' } })
  expect(shown(at('00:00', 80), at('00:00', 190))).toEqual([
    '12 10:00 to 10:30, original time 0',
    '12 10:00 to 10:30, original time 0',
  ])
  const last = { from: at('12:00', 19), to: at('13:00', 19), repeats: { every: 'quarter' } } as const
  world.book(room, last)
  expect(shown(at('11:00', 80), at('00:00', 190))).toContain('31 12:00 to 13:00, original time 0')
  expect(shown(at('00:00', 190), at('00:00', 230))).not.toContain('31 12:00 to 13:00, original time 0')
})

test('an instance of a monthly series is ended by its own start', () => {
  const { world, room, shown } = aWorld()
  const series = world.book(room, { ...daily, repeats: { every: 'year' } })
  const nextYear = at('10:00', 365)
  world.cancelInstance(series, nextYear)
  expect(shown(at('00:00', 300), at('00:00', 400))).toEqual([])
  expect(shown(at('00:00', 700), at('00:00', 740))).toEqual(['12 10:00 to 10:30, original time 0'])
})

test('a moved instance tells its original start, a cancelled one is gone', () => {
  const { world, room, shown } = aWorld()
  const series = world.book(room, daily)
  world.moveInstance(series, at('10:00'), { from: at('15:00', 1), to: at('16:00', 1) })
  world.cancelInstance(series, at('10:00', 2))
  expect(shown(at('00:00'), at('00:00', 4))).toEqual([
    '13 10:00 to 10:30, original time 0',
    `13 15:00 to 16:00, original time ${at('10:00') / 1000}`,
    '15 10:00 to 10:30, original time 0',
  ])
})

test('moving a whole series renames its exceptions, which keep their own times', () => {
  const { world, room, shown } = aWorld()
  const series = world.book(room, daily)
  world.moveInstance(series, at('10:00'), { from: at('15:00'), to: at('16:00') })
  world.move(series, { from: at('11:00'), to: at('11:30') })
  expect(shown(at('00:00'), at('00:00', 2))).toEqual([
    `12 15:00 to 16:00, original time ${at('11:00') / 1000}`,
    '13 11:00 to 11:30, original time 0',
  ])
})

test('a single meeting can be moved, extended and cancelled', () => {
  const { world, room, shown } = aWorld()
  const event = world.book(room, { from: at('10:00'), to: at('10:30') })
  world.move(event, { from: at('09:00', 1), to: at('10:00', 1) })
  expect(shown()).toEqual([])
  world.extend(event, at('11:00', 1))
  expect(shown(at('00:00', 1), at('00:00', 2))).toEqual(['13 09:00 to 11:00, original time 0'])
  world.cancel(event)
  expect(shown(at('00:00', 1), at('00:00', 2))).toEqual([])
})

test('a series has no instance where its rule has none', () => {
  const { world, room } = aWorld()
  const series = world.book(room, daily)
  expect(() => world.cancelInstance(series, at('10:01'))).toThrow(RangeError)
  expect(() => world.book(room, { from: at('11:00'), to: at('11:00') })).toThrow(RangeError)
})

test('freebusy hides who booked in private, and has no name for an app', () => {
  const { world, room, get, freebusyPath } = aWorld()
  world.addPerson({ name: 'Chen Wei', openId: 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d' })
  const times = { from: at('10:00'), to: at('10:30') }
  const items = [
    world.book(room, { ...times, organizer: 'Chen Wei' }),
    world.book(room, { ...times, organizer: 'Chen Wei', madeByApp: true }),
    world.book(room, { ...times, organizer: 'Chen Wei', private: true }),
  ].map(({ uid }) => ({
    start_time: '2026-10-12T10:00:00+08:00',
    end_time: '2026-10-12T10:30:00+08:00',
    uid,
    original_time: 0,
  }))
  const open_id = 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d'
  expect(json(get(freebusyPath()))).toMatchObject({
    data: {
      free_busy: {
        [room.id]: [
          { ...items[0], organizer_info: { name: 'Chen Wei', open_id } },
          { ...items[1], organizer_info: { open_id } },
          items[2],
        ],
      },
    },
  })
})

test('the world knows who sits in the room', () => {
  const { world, room } = aWorld()
  world.walkIn(room, 'Lin Xiaoyu')
  world.walkIn(room, 'Chen Wei')
  world.walkOut(room, 'Lin Xiaoyu')
  expect(world.peopleIn(room)).toEqual(['Chen Wei'])
})
