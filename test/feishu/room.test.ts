import { expect, test } from 'vitest'
import { createScene, roomId } from './scripted-feishu.ts'

/** What the client makes of this `room`. */
async function roomOf(room: unknown) {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.next('room', { json: { code: 0, msg: 'success', data: { room } } })
  const read = await outcomeOf(calendar.readRoom())
  return read.ok ? read.value : expect.fail(read.error.code)
}

test("reads the documents' own example", async () => {
  const room = await roomOf({
    room_id: roomId,
    name: 'Magnolia',
    capacity: 8,
    description: 'Whiteboard, no windows',
    room_status: {
      status: true,
      schedule_status: true,
      disable_start_time: '0',
      disable_end_time: '0',
      disable_reason: '',
      contact_ids: [],
    },
    device: [{ name: 'TV' }],
  })
  expect(room).toEqual({ name: 'Magnolia', capacity: 8 })
})

test.each([
  ['no status', {}],
  ['an empty status', { room_status: {} }],
  ['a reason from before', { room_status: { status: true, disable_reason: 'Flooded' } }],
])('a room with %s is in service', async (_, room) => {
  expect(await roomOf(room)).toEqual({})
})

test.each([
  [{ status: false }, {}],
  [{ status: false, disable_end_time: '0', disable_reason: '' }, {}],
  [{ status: false, disable_reason: 'Flooded' }, { reason: 'Flooded' }],
  [
    { status: false, disable_reason: 'Flooded', disable_end_time: '1791788400' },
    { reason: 'Flooded', until: 1791788400_000 },
  ],
  [{ status: false, disable_end_time: 'never' }, {}],
  [{ status: false, disable_end_time: 1791788400 }, { until: 1791788400_000 }],
  [{ status: false, disable_end_time: '1e300' }, {}],
  [{ status: false, disable_end_time: 1e300 }, {}],
  [{ status: false, disable_end_time: 'Infinity' }, {}],
  [{ status: false, disable_end_time: '1791788400000' }, {}],
  [{ status: false, disable_end_time: '1791788400000000000' }, {}],
  [{ status: false, disable_end_time: '-1791788400' }, {}],
  [{ status: false, disable_end_time: null }, {}],
  [{ status: false, disable_reason: 7 }, {}],
])('%o is out of service: %o', async (status, outOfService) => {
  expect(await roomOf({ room_status: status })).toEqual({ outOfService })
})

test.each([
  ['name', { name: 8 }, {}],
  ['number of seats', { name: 'Magnolia', capacity: 1e300 }, { name: 'Magnolia' }],
  ['place', { name: 'Magnolia', path: 'omb_1' }, { name: 'Magnolia' }],
])('an odd %s costs that alone', async (_, room, read) => {
  expect(await roomOf(room)).toEqual(read)
})

test('a room that is none is a problem', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.next('room', { json: { code: 0, data: { room: 8 } } })
  expect(await outcomeOf(calendar.readRoom())).toMatchObject({ ok: false, error: { code: 'unexpected' } })
})
