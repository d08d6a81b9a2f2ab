import { afterEach, expect, test } from 'vitest'

import { gatewayPage } from '../../simulator/faults/fault.ts'
import { type ServedWorld, serveWorld } from '../../simulator/server.ts'
import { at, aWorld } from './a-world.ts'
import { freebusyOf, officialClient, titlesOf } from './official-client.ts'

/** Feishu's own Node SDK talks to the simulator, so that a client checks it whose authors don't know it. */

const open = new Set<ServedWorld>()

afterEach(async () => {
  await Promise.all([...open].map(({ close }) => close()))
  open.clear()
})

const sdk = async () => {
  const scene = aWorld()
  const served = await serveWorld(scene.world, { after: () => () => undefined })
  open.add(served)
  const client = (appSecret = scene.app.secret) => officialClient(served.origin, scene.app.id, appSecret)
  return { ...scene, client }
}

const monday = { time_min: '2026-10-12T00:00:00+08:00', time_max: '2026-10-13T00:00:00+08:00' }

const freebusyRequest = (roomIds: readonly string[]) => freebusyOf(roomIds, monday)

const replyRequest = (room_id: string, uid: string, original_time: number, status: string) => ({
  method: 'POST',
  url: '/open-apis/meeting_room/instance/reply',
  data: { room_id, uid, original_time, status },
})

test('gets itself a token and keeps it', async () => {
  const { world, room, client } = await sdk()
  const before = world.callsTo('token')
  const one = client()
  await one.request(freebusyRequest([room.id]))
  await one.request(freebusyRequest([room.id]))
  expect(world.callsTo('token') - before).toBe(1)
})

test('is told that the secret is wrong', async () => {
  const { room, client } = await sdk()
  await expect(client('wrong').request(freebusyRequest([room.id]))).rejects.toThrow(
    'code: 10014, msg: app secret invalid',
  )
})

test('reads a room, some rooms and all rooms', async () => {
  const { world, room, client } = await sdk()
  const others = ['Camellia', 'Osmanthus', 'Plum'].map((name) => world.addRoom({ name }))
  const one = client()

  const got = await one.vc.room.get({ path: { room_id: room.id } })
  expect(got).toMatchObject({ code: 0, data: { room: { room_id: room.id, name: 'Magnolia', capacity: 8 } } })

  const some = await one.vc.room.mget({ data: { room_ids: [others[0]?.id ?? '', room.id] } })
  expect(some.data?.items?.map(({ name }) => name)).toEqual(['Camellia', 'Magnolia'])

  const names: string[] = []
  for await (const page of await one.vc.room.listWithIterator({ params: { page_size: 3 } })) {
    names.push(...(page?.rooms ?? []).map(({ name = '' }) => name))
  }
  expect(names).toEqual(['Magnolia', 'Camellia', 'Osmanthus', 'Plum'])
})

test('a room that does not exist is status 404 with a code', async () => {
  const { client } = await sdk()
  await expect(client().vc.room.get({ path: { room_id: 'omm_0' } })).rejects.toMatchObject({
    response: { status: 404, data: { code: 121004 } },
  })
})

test('reads the names of the levels that a room lies in', async () => {
  const { room, client } = await sdk()
  const levels = await client().vc.roomLevel.mget({ data: { level_ids: [...room.levels] } })
  expect(levels.data?.items?.map(({ name }) => name)).toEqual(['North Tower', 'F2'])
})

test('reads what is booked, and the titles', async () => {
  const { world, room, client } = await sdk()
  const idle = world.addRoom()
  const event = world.book(room, { from: at('10:00'), to: at('10:30'), title: 'Budget review' })
  const one = client()
  const busy: unknown = await one.request(freebusyRequest([room.id, idle.id]))
  expect(busy).toMatchObject({
    code: 0,
    data: { ...monday, free_busy: { [room.id]: [{ uid: event.uid, original_time: 0 }] }, error_room_ids: [] },
  })
  const titles: unknown = await one.request(titlesOf([{ uid: event.uid, original_time: 0 }]))
  expect(titles).toMatchObject({ code: 0, msg: '', data: { EventInfos: [{ summary: 'Budget review' }] } })
})

test('its own way of writing lists is not understood', async () => {
  const { room, client } = await sdk()
  const { paramsSerializer: _, ...request } = freebusyRequest([room.id])
  expect(await client().request<unknown>(request)).toMatchObject({ code: 105002 })
})

test.each([
  ['NOT_CHECK_IN', []],
  ['ENDED_BEFORE_DUE', [{ start: at('08:30'), end: at('09:00') }]],
  ['ACCEPTED_BY_ADMIN', [{ start: at('08:30'), end: at('09:30') }]],
  ['DECLINED_BY_ADMIN', []],
])('replies %s', async (status, left) => {
  const { world, room, client } = await sdk()
  const { uid } = world.book(room, { from: at('08:30'), to: at('09:30') })
  const answer = await client().request<unknown>(replyRequest(room.id, uid, 0, status))
  expect(answer).toEqual({ code: 0, msg: 'success' })
  expect(world.staysIn(room, { from: at('00:00'), to: at('00:00', 1) })).toMatchObject(left)
})

test('a refused reply is a value, a missing scope and a gateway page are exceptions', async () => {
  const { world, app, room, client } = await sdk()
  const one = client()
  const reply = () => one.request<unknown>(replyRequest(room.id, 'none', 0, 'NOT_CHECK_IN'))
  expect(await reply()).toMatchObject({ code: 105003 })
  world.removeScope(app, 'calendar:room:readonly')
  await expect(reply()).rejects.toMatchObject({ response: { status: 400, data: { code: 99991672 } } })
  world.fail('reply', gatewayPage(504))
  await expect(reply()).rejects.toMatchObject({ response: { status: 504 } })
})
