import { expect, test } from 'vitest'

import {
  at,
  aWorld,
  codeOf,
  json,
  LEVELS_PATH,
  OLDER_ROOMS_PATH,
  ROOMS_PATH,
  SUMMARY_PATH,
  whole,
} from './a-world.ts'

test('a room out of service says why, since when and until when', () => {
  const { world, room, get, wait } = aWorld()
  const status = () => json(get(`${ROOMS_PATH}/${room.id}`))
  expect(status()).toMatchObject({ data: { room: { room_status: { status: true, disable_reason: '' } } } })
  world.disableRoom(room, { reason: 'New carpet', until: at('09:30') })
  expect(status()).toMatchObject({
    data: {
      room: {
        room_status: {
          status: false,
          disable_start_time: String(at('09:00') / 1000),
          disable_end_time: String(at('09:30') / 1000),
          disable_reason: 'New carpet',
        },
      },
    },
  })
  wait(30 * 60_000)
  expect(status()).toMatchObject({ data: { room: { room_status: { status: true } } } })
  world.disableRoom(room)
  expect(status()).toMatchObject({
    data: { room: { room_status: { status: false, disable_end_time: '0' } } },
  })
  world.enableRoom(room)
  expect(status()).toMatchObject({ data: { room: { room_status: { status: true } } } })
})

test('a closing that is planned is told before it begins, and the room is in service until then', () => {
  const { world, room, get, wait } = aWorld()
  const status = () => json(get(`${ROOMS_PATH}/${room.id}`))
  const disable_start_time = String(at('09:10') / 1000)
  world.disableRoom(room, { from: at('09:10'), until: at('09:30') })
  expect(status()).toMatchObject({ data: { room: { room_status: { status: true, disable_start_time } } } })
  wait(10 * 60_000)
  expect(status()).toMatchObject({ data: { room: { room_status: { status: false, disable_start_time } } } })
})

test('a room that is removed or of another company does not exist', () => {
  const { world, room, get, post } = aWorld()
  const theirs = world.addRoom({ tenant: world.addTenant() })
  world.removeRoom(room)
  for (const { id } of [room, theirs]) {
    expect(whole(get(`${ROOMS_PATH}/${id}`)).status).toBe(404)
    expect(codeOf(get(`${ROOMS_PATH}/${id}`))).toBe(121004)
  }
  expect(json(post(`${ROOMS_PATH}/mget`, { room_ids: [room.id, theirs.id] }))).toMatchObject({
    data: { items: [] },
  })
  expect(json(get(ROOMS_PATH))).toMatchObject({ data: { rooms: [], page_token: '', has_more: false } })
})

test('rooms come page by page, and by level', () => {
  const { world, room, get } = aWorld()
  const upstairs = ['B', 'C'].map((name) => world.addRoom({ name, levels: ['omb_1', 'omb_2'] }))
  const ids = (query: string) => json(get(`${ROOMS_PATH}?${query}`))
  expect(ids('page_size=2')).toMatchObject({
    data: { rooms: [{ room_id: room.id }, { room_id: upstairs[0]?.id }], page_token: '2', has_more: true },
  })
  expect(ids('page_size=2&page_token=2')).toMatchObject({
    data: { rooms: [{ room_id: upstairs[1]?.id }], page_token: '', has_more: false },
  })
  expect(ids('room_level_id=omb_1')).toMatchObject({ data: { rooms: [{ name: 'B' }, { name: 'C' }] } })
})

test.each(['page_size=101', 'page_size=0', 'page_size=x', 'page_token=-1', 'page_token=99'])(
  'a list with %s is refused',
  (query) => {
    const { get } = aWorld()
    expect(whole(get(`${ROOMS_PATH}?${query}`)).status).toBe(400)
    expect(codeOf(get(`${ROOMS_PATH}?${query}`))).toBe(121003)
  },
)

test('a title is there for single events, series and exceptions, even after a release', () => {
  const { world, room, post, reply } = aWorld()
  const single = world.book(room, { from: at('10:00'), to: at('11:00'), title: 'Review', private: true })
  const series = world.book(room, { from: at('12:00'), to: at('13:00'), repeats: { every: 'day' } })
  world.moveInstance(series, at('12:00'), { from: at('14:00'), to: at('15:00') })
  world.rename(series, 'Weekly, really')
  reply(single.uid, 0, 'NOT_CHECK_IN')
  const pairs = [
    { uid: single.uid, original_time: 0 },
    { uid: series.uid, original_time: 0 },
    { uid: series.uid, original_time: at('12:00') / 1000 },
    { uid: series.uid, original_time: at('14:00') / 1000 },
    { uid: single.uid, original_time: 1 },
  ]
  expect(json(post(SUMMARY_PATH, { EventUids: pairs }))).toEqual({
    code: 0,
    msg: '',
    data: {
      EventInfos: [
        { ...pairs[0], summary: 'Review', vchat: { vc_type: 'no_meeting' } },
        { ...pairs[1], summary: 'Weekly, really', vchat: { vc_type: 'no_meeting' } },
        { ...pairs[2], summary: 'Weekly, really', vchat: { vc_type: 'no_meeting' } },
      ],
      ErrorEventUids: [
        { ...pairs[3], error_msg: 'event not found' },
        { ...pairs[4], error_msg: 'event not found' },
      ],
    },
  })
})

test('the titles of another company stay there', () => {
  const { world, post } = aWorld()
  const theirs = world.addRoom({ tenant: world.addTenant() })
  const { uid } = world.book(theirs, { from: at('10:00'), to: at('11:00') })
  expect(json(post(SUMMARY_PATH, { EventUids: [{ uid, original_time: 0 }] }))).toMatchObject({
    data: { EventInfos: [], ErrorEventUids: [{ uid }] },
  })
})

test('levels have the names of their own company, and know what they lie in', () => {
  const { world, room, post } = aWorld()
  const [tower = '', floor = ''] = room.levels
  world.addLevel([tower, floor, 'omb_wing'], 'West')
  expect(json(post(LEVELS_PATH, { level_ids: [floor, 'omb_wing', 'omb_none'] }))).toEqual({
    code: 0,
    msg: 'success',
    data: {
      items: [
        {
          room_level_id: floor,
          name: 'F2',
          parent_id: tower,
          path: [tower, floor],
          has_child: true,
          custom_group_id: '',
        },
        {
          room_level_id: 'omb_wing',
          name: 'West',
          parent_id: floor,
          path: [tower, floor, 'omb_wing'],
          has_child: false,
          custom_group_id: '',
        },
      ],
    },
  })
  expect(codeOf(post(LEVELS_PATH, { level_ids: 'one' }))).toBe(121003)
})

test('the older call says of a room whether it is out of service, and asks for no scope of vc/v1', () => {
  const { world, app, room, get, wait } = aWorld()
  world.removeScope(app, 'vc:room:readonly')
  world.disableRoom(room, { reason: 'New carpet', until: at('09:30') })
  const read = () => json(get(`${OLDER_ROOMS_PATH}?room_ids=${room.id}&room_ids=omm_none`))
  expect(read()).toMatchObject({ data: { rooms: [{ is_disabled: true }], error_room_ids: ['omm_none'] } })
  wait(30 * 60_000)
  expect(read()).toMatchObject({ data: { rooms: [{ room_id: room.id, is_disabled: false }] } })
  expect(codeOf(get(`${ROOMS_PATH}/${room.id}`))).toBe(99991672)
  expect(codeOf(get(OLDER_ROOMS_PATH))).toBe(105002)
})

test('titles have a scope of their own, and no more than 50 are told at once', () => {
  const { world, app, post } = aWorld()
  const pairs = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ uid: `event ${index}`, original_time: 0 }))
  expect(codeOf(post(SUMMARY_PATH, { EventUids: pairs(50) }))).toBe(0)
  expect(codeOf(post(SUMMARY_PATH, { EventUids: pairs(51) }))).toBe(105002)
  world.removeScope(app, 'calendar:room')
  expect(codeOf(post(SUMMARY_PATH, { EventUids: [] }))).toBe(99991672)
})

test('parameters of the wrong shape are refused', () => {
  const { post } = aWorld()
  expect(codeOf(post(SUMMARY_PATH, { event_uids: [] }))).toBe(105002)
  expect(codeOf(post(`${ROOMS_PATH}/mget`, { room_ids: 'one' }))).toBe(121003)
})
