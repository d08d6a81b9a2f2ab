import { expect, test } from 'vitest'
import { hours } from '../../../../../shared/time/time.ts'
import { createScene, gatewayPage, roomId, type Step } from '../scripted-feishu.ts'

const inTower: Step = {
  json: { code: 0, data: { room: { name: 'Magnolia', path: ['omb_china', 'omb_tower', 'omb_f2'] } } },
}
const levels: Step = {
  json: {
    code: 0,
    data: {
      items: [
        { room_level_id: 'omb_f2', name: 'F2', parent_id: 'omb_tower' },
        { room_level_id: 'omb_tower', name: 'North Tower' },
      ],
    },
  },
}
const noScope: Step = {
  status: 400,
  json: { code: 99991672, error: { permission_violations: [{ subject: 'vc:room:readonly' }] } },
}

function aStory() {
  const scene = createScene()
  const room = async () => {
    const answer = await scene.outcomeOf(scene.calendar.readRoom())
    return answer.ok ? answer.value : answer.error.code
  }
  return { ...scene, room, calls: () => scene.feishu.calls.map(({ name }) => name) }
}

test('a room has the names of the two levels next to it, and those are asked for once a day', async () => {
  const { feishu, room, clock, calls } = aStory()
  feishu.always('room', inTower)
  feishu.always('levels', levels)
  const magnolia = { name: 'Magnolia', place: ['North Tower', 'F2'] }
  expect(await room()).toEqual(magnolia)
  expect(JSON.parse(feishu.callsTo('levels')[0]?.body ?? '')).toEqual({ level_ids: ['omb_tower', 'omb_f2'] })
  await clock.advance(hours(1))
  expect(await room()).toEqual(magnolia)
  expect(calls()).toEqual(['token', 'room', 'levels', 'room'])
  await clock.advance(hours(23))
  feishu.always('levels', gatewayPage)
  expect(await room()).toEqual(magnolia)
})

test.each<readonly [string, Step]>([
  ['fail', gatewayPage],
  ['are not told', { json: { code: 0, data: {} } }],
  ['are empty', { json: { code: 0, data: { items: [{ room_level_id: 'omb_f2', name: ' ' }] } } }],
])('a room is known when the names of its levels %s', async (_, step) => {
  const { feishu, room } = aStory()
  feishu.always('room', inTower)
  feishu.always('levels', step)
  expect(await room()).toEqual({ name: 'Magnolia' })
})

const older = {
  room_id: roomId,
  building_id: 'omb_tower',
  building_name: 'North Tower',
  floor_name: 'F2',
  name: 'Magnolia',
  capacity: 8,
  is_disabled: false,
}
const known = { name: 'Magnolia', capacity: 8, place: ['North Tower', 'F2'] }

test.each([
  [older, known],
  [
    { ...older, is_disabled: true },
    { ...known, outOfService: {} },
  ],
  [{ room_id: roomId, floor_name: '', name: 'Magnolia' }, { name: 'Magnolia' }],
  [{ ...older, room_id: 'omm_another' }, 'roomUnknown'],
])('without its scope the older call reads %o', async (json, told) => {
  const { feishu, room } = aStory()
  feishu.always('room', noScope)
  feishu.always('olderRoom', { json: { code: 0, data: { rooms: [json] } } })
  expect(await room()).toEqual(told)
})

test('the older call serves for a day, then a scope that was given since is found', async () => {
  const { feishu, room, clock, calls } = aStory()
  feishu.next('room', noScope)
  await room()
  await clock.advance(hours(1))
  await room()
  await clock.advance(hours(23))
  expect(await room()).toEqual({ name: 'Magnolia', capacity: 8 })
  expect(calls().filter((name) => name !== 'token')).toEqual(['room', 'olderRoom', 'olderRoom', 'room'])
})

test('the older call is made only after a missing scope', async () => {
  const { feishu, room, calls } = aStory()
  feishu.always('room', { status: 404, json: { code: 121004 } })
  expect(await room()).toBe('roomUnknown')
  expect(calls()).not.toContain('olderRoom')
})
