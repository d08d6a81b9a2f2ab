import { expect, test } from 'vitest'

import { at, aWorld, json, OLDER_ROOMS_PATH, REPLY_PATH, ROOMS_PATH, SUMMARY_PATH } from './a-world.ts'

/** The examples of the official pages, word for word but for the token. */

const magnolia = {
  id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  name: 'Magnolia',
  capacity: 8,
  description: 'Whiteboard, no windows',
  displayId: 'FM537200166',
  customId: 'B2-0815',
  levels: ['omb_aabbccddeeff00112233445566778899', 'omb_11223344556677889900aabbccddeeff'],
  devices: ['TV', 'Phone'],
}

/** The Monday that the examples are about. */
const monday = () => {
  const scene = aWorld()
  const { world } = scene
  const room = world.addRoom(magnolia)
  world.addLevel(magnolia.levels.slice(0, 1), 'North Tower')
  world.addLevel(magnolia.levels, 'F2')
  world.addRoom({ id: 'omm_f9e8d7c6b5a493827160f5e4d3c2b1a0' })
  world.addPerson({ name: 'Lin Xiaoyu', openId: 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d' })
  world.addPerson({ name: 'Door panel', openId: 'ou_0d1c2b3a4f5e6d7c8b9a0f1e2d3c4b5a' })
  world.book(room, {
    uid: '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b',
    from: at('14:00'),
    to: at('15:00'),
    title: 'Budget review',
    private: true,
    videoLink: 'https://vc.feishu.cn/j/903214785',
  })
  world.book(room, {
    uid: '0c9b8a7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d',
    from: at('10:00', -4),
    to: at('10:30', -4),
    organizer: 'Lin Xiaoyu',
    repeats: { every: 'day' },
  })
  const weekly = world.book(room, {
    uid: '9d8e7f60-1a2b-4c3d-9e4f-5a6b7c8d9e0f',
    from: at('15:00', -7),
    to: at('15:30', -7),
    title: 'Weekly sync',
    organizer: 'Door panel',
    madeByApp: true,
    repeats: { every: 'week' },
  })
  world.moveInstance(weekly, at('15:00'), { from: at('15:30'), to: at('16:00') })
  return scene
}

test('query room availability', () => {
  const { get } = monday()
  const answer = json(
    get(
      '/open-apis/meeting_room/freebusy/batch_get?room_ids=omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9&room_ids=omm_f9e8d7c6b5a493827160f5e4d3c2b1a0&time_min=2026-10-12T00%3A00%3A00%2B08%3A00&time_max=2026-10-13T00%3A00%3A00%2B08%3A00',
    ),
  )
  const items = [
    {
      start_time: '2026-10-12T10:00:00+08:00',
      end_time: '2026-10-12T10:30:00+08:00',
      uid: '0c9b8a7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d',
      original_time: 0,
      organizer_info: { name: 'Lin Xiaoyu', open_id: 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d' },
    },
    {
      start_time: '2026-10-12T14:00:00+08:00',
      end_time: '2026-10-12T15:00:00+08:00',
      uid: '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b',
      original_time: 0,
    },
    {
      start_time: '2026-10-12T15:30:00+08:00',
      end_time: '2026-10-12T16:00:00+08:00',
      uid: '9d8e7f60-1a2b-4c3d-9e4f-5a6b7c8d9e0f',
      original_time: 1791788400,
      organizer_info: { open_id: 'ou_0d1c2b3a4f5e6d7c8b9a0f1e2d3c4b5a' },
    },
  ]
  // No page promises an order.
  const inAnyOrder: unknown = expect.arrayContaining(items)
  expect(answer).toEqual({
    code: 0,
    msg: 'success',
    data: {
      time_min: '2026-10-12T00:00:00+08:00',
      time_max: '2026-10-13T00:00:00+08:00',
      free_busy: { omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9: inAnyOrder },
      error_room_ids: [],
    },
  })
  expect(answer).toMatchObject({ data: { free_busy: { [magnolia.id]: { length: 3 } } } })
})

test('query subject and details', () => {
  const { post } = monday()
  const asked = {
    EventUids: [
      { uid: '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b', original_time: 0 },
      { uid: '9d8e7f60-1a2b-4c3d-9e4f-5a6b7c8d9e0f', original_time: 1791788400 },
      { uid: '00000000-0000-4000-8000-000000000000', original_time: 0 },
    ],
  }
  expect(json(post(SUMMARY_PATH, asked))).toEqual({
    code: 0,
    msg: '',
    data: {
      EventInfos: [
        {
          uid: '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b',
          original_time: 0,
          summary: 'Budget review',
          vchat: { vc_type: 'vc', meeting_url: 'https://vc.feishu.cn/j/903214785' },
        },
        {
          uid: '9d8e7f60-1a2b-4c3d-9e4f-5a6b7c8d9e0f',
          original_time: 1791788400,
          summary: 'Weekly sync',
          vchat: { vc_type: 'no_meeting' },
        },
      ],
      ErrorEventUids: [
        { uid: '00000000-0000-4000-8000-000000000000', original_time: 0, error_msg: 'event not found' },
      ],
    },
  })
})

test('get a room', () => {
  const { get } = monday()
  expect(json(get(`${ROOMS_PATH}/${magnolia.id}`))).toEqual({
    code: 0,
    msg: 'success',
    data: {
      room: {
        room_id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
        name: 'Magnolia',
        capacity: 8,
        description: 'Whiteboard, no windows',
        display_id: 'FM537200166',
        custom_room_id: 'B2-0815',
        room_level_id: 'omb_11223344556677889900aabbccddeeff',
        path: ['omb_aabbccddeeff00112233445566778899', 'omb_11223344556677889900aabbccddeeff'],
        room_status: {
          status: true,
          schedule_status: true,
          disable_start_time: '0',
          disable_end_time: '0',
          disable_reason: '',
          contact_ids: [],
          disable_notice: false,
          resume_notice: false,
        },
        device: [{ name: 'TV' }, { name: 'Phone' }],
      },
    },
  })
})

test('query meeting room details, as it was before vc/v1', () => {
  const { get } = monday()
  expect(json(get(`${OLDER_ROOMS_PATH}?room_ids=${magnolia.id}`))).toEqual({
    code: 0,
    msg: 'success',
    data: {
      rooms: [
        {
          room_id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
          building_id: 'omb_aabbccddeeff00112233445566778899',
          building_name: 'North Tower',
          floor_name: 'F2',
          name: 'Magnolia',
          capacity: 8,
          description: 'Whiteboard, no windows',
          display_id: 'FM537200166',
          is_disabled: false,
        },
      ],
      error_room_ids: [],
    },
  })
})

test('reply with an early end', () => {
  const { post } = monday()
  const body = {
    room_id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    uid: '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b',
    original_time: 0,
    status: 'ENDED_BEFORE_DUE',
  }
  expect(json(post(REPLY_PATH, body))).toEqual({ code: 0, msg: 'success' })
})

/** https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/reply-meeting-room-event-instance */
test('reply to a meeting room event instance, from the page as it stands', () => {
  const { world, token } = aWorld()
  const room = world.addRoom({ id: 'omm_c7e9ef91ec9f3c007f1dfb2503918981' })
  const event = world.book(room, {
    uid: 'bff6b51f-b7c1-40c6-b8ef-aef966c9ffc7',
    from: at('10:00'),
    to: at('11:00'),
  })
  const answer = world.answer({
    method: 'POST',
    url: 'https://open.feishu.cn/open-apis/meeting_room/instance/reply',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json; charset=utf-8' },
    body: `{
        "room_id":"omm_c7e9ef91ec9f3c007f1dfb2503918981",
        "uid":"bff6b51f-b7c1-40c6-b8ef-aef966c9ffc7",
        "original_time":0,
        "status":"NOT_CHECK_IN"
} `,
  })
  expect(json(answer)).toEqual({ code: 0, msg: 'success' })
  expect(world.replies).toMatchObject([{ effect: { event, hit: 'all' } }])
  expect(world.staysIn(room, { from: at('00:00'), to: at('00:00', 1) })).toEqual([])
})
