import { expect, test } from 'vitest'
import { createScene, roomId } from '../scripted-feishu.ts'

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
  expect(room).toEqual({ name: 'Magnolia', capacity: 8, equipment: ['display'] })
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

/** What no room can wait for. The scene is of 2026-10-12, 06:00 UTC: 1791784800. */
const oddMoments = [
  '1e300',
  'Infinity',
  '1791788400000000000',
  '1791788400000',
  '-1791788400',
  '1791788400.5',
  ' 1791788400',
  '0x6acb',
  '',
  1e300,
  null,
  true,
  ['1791788400'],
]

test.each(oddMoments)('an end of %j is not shown, and changes no other value', async (end) => {
  const status = { status: false, disable_reason: 'Flooded', disable_end_time: end }
  const name = 'Magnolia'
  expect(await roomOf({ name, room_status: status })).toEqual({ name, outOfService: { reason: 'Flooded' } })
})

test.each(oddMoments)('a start of %j is none that is planned', async (start) => {
  expect(await roomOf({ room_status: { status: true, disable_start_time: start } })).toEqual({})
})

test.each([
  ['is planned', { status: true, disable_start_time: '1791784845' }, { from: 1791784845_000 }],
  [
    'is planned, with its end',
    {
      status: true,
      schedule_status: false,
      disable_start_time: '1791784845',
      disable_end_time: '1791788400',
      disable_reason: 'Cleaning',
    },
    { from: 1791784845_000, until: 1791788400_000, reason: 'Cleaning' },
  ],
  ['is planned by a number', { status: true, disable_start_time: 1791784845 }, { from: 1791784845_000 }],
  [
    'is planned, with an end before its start',
    { disable_start_time: '1791784845', disable_end_time: '1791784840' },
    { from: 1791784845_000 },
  ],
  [
    'should have begun, and is not carried out yet',
    { status: true, schedule_status: false, disable_start_time: '1791784799', disable_end_time: '0' },
    {},
  ],
  ['has begun', { status: false, disable_start_time: '1791784799' }, {}],
  ['is longer than was planned', { status: false, disable_end_time: '1791784799' }, {}],
])('a closing that %s: %o', async (_what, status, outOfService) => {
  expect(await roomOf({ room_status: status })).toEqual({ outOfService })
})

test.each([
  [
    'the times of the last one',
    { status: true, disable_start_time: '1791780000', disable_end_time: '1791781000' },
  ],
  ['an end that nobody told', { status: true, schedule_status: true, disable_start_time: '1791780000' }],
  [
    'one that is over by now',
    { schedule_status: false, disable_start_time: '1791780000', disable_end_time: '1791784800' },
  ],
])('a room that is in service again with %s is in service', async (_what, status) => {
  expect(await roomOf({ room_status: status })).toEqual({})
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
