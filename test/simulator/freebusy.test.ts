import { expect, test } from 'vitest'

import { unreadableRoom } from '../../simulator/faults/fault.ts'
import { at, aWorld, codeOf, FREEBUSY_PATH, json } from './a-world.ts'

const from = 'time_min=2026-10-12T00:00:00%2B08:00'
const to = 'time_max=2026-10-13T00:00:00%2B08:00'
const rooms = (id: string, count = 1): string =>
  Array.from({ length: count }, () => `room_ids=${id}`).join('&')

test.each([
  ['20 rooms', (id: string) => `${rooms(id, 20)}&${from}&${to}`, 0],
  ['21 rooms', (id: string) => `${rooms(id, 21)}&${from}&${to}`, 105002],
  ['no room', () => `${from}&${to}`, 105002],
  ['room_ids[] for a key', (id: string) => `room_ids[]=${id}&${from}&${to}`, 105002],
  ['a room that nobody has', () => `${rooms('omm_00000000000000000000000000000000')}&${from}&${to}`, 100005],
  [
    'a plus that is not encoded',
    (id: string) => `${rooms(id)}&${from}&time_max=2026-10-13T00:00:00+08:00`,
    100003,
  ],
  ['a bare date', (id: string) => `${rooms(id)}&time_min=2026-10-12&${to}`, 100003],
  ['a time without an offset', (id: string) => `${rooms(id)}&time_min=2026-10-12T00:00:00&${to}`, 100003],
  ['no time', (id: string) => `${rooms(id)}&${from}`, 100003],
  [
    'a window that ends where it starts',
    (id: string) => `${rooms(id)}&${from}&${from.replace('min', 'max')}`,
    105002,
  ],
  ['a parameter that nobody knows', (id: string) => `${rooms(id)}&${from}&${to}&user_id_type=open_id`, 0],
])('freebusy with %s', (_, queryFor, code) => {
  const { room, get } = aWorld()
  expect(codeOf(get(`${FREEBUSY_PATH}?${queryFor(room.id)}`))).toBe(code)
})

test('the window comes back as it was asked, the times at +08:00', () => {
  const { world, room, get } = aWorld()
  world.book(room, { from: at('10:00'), to: at('10:30') })
  const query = `${rooms(room.id)}&time_min=2026-10-12T00:00:00Z&time_max=2026-10-12T23:00:00.000-01:00`
  expect(json(get(`${FREEBUSY_PATH}?${query}`))).toMatchObject({
    data: {
      time_min: '2026-10-12T00:00:00Z',
      time_max: '2026-10-12T23:00:00.000-01:00',
      free_busy: { [room.id]: [{ start_time: '2026-10-12T10:00:00+08:00' }] },
    },
  })
})

test('another company cannot read the room', () => {
  const { world, get, freebusyPath } = aWorld()
  const theirs = world.addRoom({ tenant: world.addTenant() })
  expect(codeOf(get(freebusyPath(at('00:00'), at('00:00', 1), theirs.id)))).toBe(100005)
})

test('a room that cannot be read, or is no more, is listed apart', () => {
  const { world, room, get } = aWorld()
  const removed = world.addRoom()
  const healthy = world.addRoom()
  for (const each of [room, removed, healthy]) world.book(each, { from: at('10:00'), to: at('10:30') })
  world.removeRoom(removed)
  world.fail('freebusy', unreadableRoom(room))
  const query = [room, removed, healthy].map(({ id }) => rooms(id)).join('&')
  expect(json(get(`${FREEBUSY_PATH}?${query}&${from}&${to}`))).toMatchObject({
    data: { free_busy: { [healthy.id]: [{}] }, error_room_ids: [room.id, removed.id] },
  })
})

test('refusals can come with status 400, too', () => {
  const { world, get } = aWorld()
  expect(get(FREEBUSY_PATH)).toMatchObject({ answer: { status: 200 } })
  world.switches.refusalStatus = 400
  expect(get(FREEBUSY_PATH)).toMatchObject({ answer: { status: 400 } })
})
