import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toRfc3339 } from '../../../../../engine/calendars/feishu/bookings/rfc3339.ts'
import { freebusyCall, scheduleFrom } from '../../../../../engine/calendars/feishu/bookings/schedule.ts'
import { freebusySchema } from '../../../../../engine/calendars/feishu/calls/answers.ts'
import { understood } from '../../../../../engine/calendars/feishu/calls/understood.ts'
import { written } from '../../../../../engine/calendars/feishu/written.ts'
import { bookingIdOf } from '../../../../../shared/booking/booking.ts'
import { err } from '../../../../../shared/result.ts'
import { instantOf } from '../../../../../shared/time/time.ts'
import { anItem, roomId, threeDays } from '../scripted-feishu.ts'

const otherRoom = 'omm_f9e8d7c6b5a493827160f5e4d3c2b1a0'

/** What the client makes of a freebusy answer with this `data`. */
function scheduleOf(data: unknown) {
  const text = JSON.stringify({ code: 0, msg: 'success', data })
  const answer = understood({ status: 200, header: () => undefined, text }, { answer: freebusySchema })
  return answer.ok ? scheduleFrom(answer.value, roomId, threeDays) : err(answer.error.problem)
}

const withItem = (item: unknown) => scheduleOf({ free_busy: { [roomId]: [item] }, error_room_ids: [] })

test('asks for one room, in whole UTC seconds', () => {
  const { path } = freebusyCall(roomId, threeDays)
  expect(path).toBe(
    `/meeting_room/freebusy/batch_get?room_ids=${roomId}` +
      '&time_min=2026-10-10T16%3A00%3A00Z&time_max=2026-10-13T16%3A00%3A00Z',
  )
})

test("reads the documents' own example: an instance, a private event, and a moved instance that an app made", () => {
  const schedule = scheduleOf({
    time_min: '2026-10-12T00:00:00+08:00',
    time_max: '2026-10-13T00:00:00+08:00',
    free_busy: {
      [otherRoom]: [anItem('elsewhere', '2026-10-12T01:00')],
      [roomId]: [
        {
          start_time: '2026-10-12T15:30:00+08:00',
          end_time: '2026-10-12T16:00:00+08:00',
          uid: '9d8e7f60-1a2b-4c3d-9e4f-5a6b7c8d9e0f',
          original_time: 1791788400,
          organizer_info: { open_id: 'ou_0d1c2b3a4f5e6d7c8b9a0f1e2d3c4b5a' },
        },
        {
          start_time: '2026-10-12T14:00:00+08:00',
          end_time: '2026-10-12T15:00:00+08:00',
          uid: '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b',
          original_time: 0,
        },
        {
          start_time: '2026-10-12T10:00:00+08:00',
          end_time: '2026-10-12T10:30:00+08:00',
          uid: '0c9b8a7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d',
          original_time: 0,
          organizer_info: { name: 'Lin Xiaoyu', open_id: 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d' },
          added_one_day: true,
        },
      ],
    },
    error_room_ids: [otherRoom],
  })
  expect(schedule).toEqual({
    ok: true,
    value: [
      {
        id: bookingIdOf('0c9b8a7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d/0/1791770400'),
        meeting: '0c9b8a7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d',
        start: instantOf(1791770400_000),
        end: instantOf(1791772200_000),
        organizer: { name: 'Lin Xiaoyu' },
      },
      {
        id: bookingIdOf('6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b/0/1791784800'),
        meeting: '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b',
        start: instantOf(1791784800_000),
        end: instantOf(1791788400_000),
      },
      {
        id: bookingIdOf('9d8e7f60-1a2b-4c3d-9e4f-5a6b7c8d9e0f/1791788400/1791790200'),
        meeting: '9d8e7f60-1a2b-4c3d-9e4f-5a6b7c8d9e0f',
        start: instantOf(1791790200_000),
        end: instantOf(1791792000_000),
        organizer: {},
      },
    ],
  })
})

test.each([
  ['no room has a booking', { free_busy: {} }],
  ['only another room has one', { free_busy: { [otherRoom]: [anItem('a', '2026-10-12T01:00')] } }],
  ['the list of failed rooms is null', { free_busy: {}, error_room_ids: null }],
])('a room that is missing is free: %s', (_, data) => {
  expect(scheduleOf(data)).toEqual({ ok: true, value: [] })
})

test('a room that could not be read is not free', () => {
  const schedule = scheduleOf({ free_busy: {}, error_room_ids: [roomId] })
  expect(schedule).toEqual({ ok: false, error: { code: 'roomUnreadable' } })
})

const good = anItem('uid', '2026-10-12T01:00')

test.each([
  ['no data', undefined],
  ['no list', {}],
  ['a list of nothing', { free_busy: null }],
  ['an empty array', { free_busy: [] }],
  ['a list that is no list', { free_busy: { [roomId]: 'busy' } }],
  ['a list that is null', { free_busy: { [roomId]: null } }],
  ['a list that is an object', { free_busy: { [roomId]: { 0: good } } }],
])('an answer with %s is not free', (_, data) => {
  expect(scheduleOf(data)).toMatchObject({ ok: false, error: { code: 'unexpected' } })
})

const [from, to] = [Date.UTC(2026, 9, 12, 1), Date.UTC(2026, 9, 12, 2)]
const goodBooking = { id: `uid/0/${from / 1000}`, meeting: 'uid', start: from, end: to }

test.each<[string, unknown]>([
  ['without a start', { ...good, start_time: undefined }],
  ['without an end', { ...good, end_time: undefined }],
  ['with a start that is no time', { ...good, start_time: 'soon' }],
  ['with a start in another form', { ...good, start_time: 1791770400 }],
  ['on a day that never comes', { ...good, start_time: '2026-02-30T01:00:00Z' }],
  ['after the year 9999', { ...good, end_time: '+010000-01-01T00:00:00Z' }],
  ['of nanoseconds', { ...good, start_time: '1791770400000000000' }],
  ['that is nothing', null],
  ['that is a number', 7],
  ['that is a list', []],
  ['that is empty', {}],
])('an entry %s may be at any time of what was asked for, and costs no other', (_, item) => {
  const unplaced = { id: 'unplaced', meeting: 'unplaced', ...threeDays, isUnplaced: true }
  expect(scheduleOf({ free_busy: { [roomId]: [item, good, item] } })).toMatchObject({
    ok: true,
    value: [unplaced, goodBooking],
  })
})

test.each<[string, Readonly<Record<string, unknown>>, readonly [number, number]]>([
  ['that ends when it starts', { end_time: good.start_time }, [from, from + 60_000]],
  ['that ends before it starts', { start_time: good.end_time, end_time: good.start_time }, [from, to]],
  ['that began before 1970', { start_time: '1969-12-31T23:59:59Z' }, [-1000, to]],
  ['that began in the year 1', { start_time: '0001-01-01T00:00:00Z' }, [-62135596800_000, to]],
  ['without a uid', { uid: '' }, [from, to]],
  ['with a number for a uid', { uid: 7 }, [from, to]],
  ['with a uid of 1,000 characters', { uid: 'x'.repeat(1000) }, [from, to]],
  ['without an original time', { original_time: undefined }, [from, to]],
  ['with half a second for original time', { original_time: 1.5 }, [from, to]],
  ['with an original time of text', { original_time: '0' }, [from, to]],
  ['with an original time before 1970', { original_time: -1 }, [from, to]],
  ['with an original time of 1e300', { original_time: 1e300 }, [from, to]],
])('an entry %s takes the room as far as it can be understood, and has no name', (_, over, [start, end]) => {
  const name = `nameless ${start}-${end}`
  expect(withItem({ ...good, ...over })).toEqual({
    ok: true,
    value: [{ id: name, meeting: name, start, end, organizer: { name: 'Lin Xiaoyu' } }],
  })
})

test.each([151, 255, 500])('a uid of %i characters is one', (length) => {
  const uid = 'x'.repeat(length)
  expect(withItem({ ...good, uid })).toMatchObject({
    value: [{ ...goodBooking, meeting: uid, id: `${uid}/0/${from / 1000}` }],
  })
})

test.each(['nobody', 7, [], { name: 8 }, null])(
  'an organiser of %j is nobody who could be named',
  (organizer) => {
    const read = withItem({ ...good, organizer_info: organizer })
    expect(read).toMatchObject({ ok: true, value: [goodBooking] })
    expect(read.ok && read.value[0]?.organizer?.name).toBeUndefined()
  },
)

test('all listed bookings are read back, sorted by start', () => {
  const second = fc.integer({ min: 1_700_000_000, max: 2_000_000_000 })
  const entry = fc.record({
    uid: fc.uuid(),
    start: second,
    length: fc.integer({ min: 1, max: 100_000 }),
    originalTime: fc.oneof(fc.constant(0), second),
    name: fc.option(fc.string().map(written), { nil: undefined }),
    isPrivate: fc.boolean(),
  })
  const timeOf = (moment: number) => toRfc3339(instantOf(moment * 1000))
  const itemOf = (made: typeof entry extends fc.Arbitrary<infer Entry> ? Entry : never) => ({
    uid: made.uid,
    start_time: timeOf(made.start),
    end_time: timeOf(made.start + made.length),
    original_time: made.originalTime,
    ...(!made.isPrivate && { organizer_info: { name: made.name } }),
  })
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const schedule = scheduleOf({ free_busy: { [roomId]: entries.map(itemOf) } })
      if (!schedule.ok) return expect.fail('not read')
      const sorted = entries.toSorted((a, b) => a.start - b.start || a.length - b.length)
      expect(schedule.value).toEqual(
        sorted.map(({ uid, start, length, originalTime, name, isPrivate }) => ({
          id: `${uid}/${originalTime}/${start}`,
          meeting: uid,
          start: start * 1000,
          end: (start + length) * 1000,
          ...(!isPrivate && { organizer: name ? { name } : {} }),
        })),
      )
    }),
  )
})
