import { afterEach, expect, test } from 'vitest'

import { type ServedWorld, serveWorld } from '../../../simulator/server.ts'
import type { App } from '../../../simulator/tenancy/tenant.ts'
import { at, aWorld } from '../a-world.ts'
import { officialClient } from '../official-client.ts'

/** Feishu's own Node SDK books a room in the simulator, by its own methods and types. */

const open = new Set<ServedWorld>()

afterEach(async () => {
  await Promise.all([...open].map(({ close }) => close()))
  open.clear()
})

const contact = 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d'
const key = '0b1c2d3e-4f50-4a61-8b72-9c83ad94be05'

const sdk = async () => {
  const scene = aWorld()
  const served = await serveWorld(scene.world, { after: () => () => undefined })
  open.add(served)
  const clientOf = ({ id, secret }: App) => officialClient(served.origin, id, secret)
  const { calendar: api, vc } = clientOf(scene.app)
  const strange = (app: App) => clientOf(app).calendar
  const made = await api.calendar.create({ data: { summary: 'Door bookings', description: 'of the doors' } })
  const calendar_id = made.data?.calendar?.calendar_id ?? ''

  const create = async (
    over: {
      readonly from?: string
      readonly to?: string
      readonly days?: number
      readonly key?: string
    } = {},
  ) => {
    const { from = '09:00', to = '09:30', days = 0 } = over
    const answer = await api.calendarEvent.create({
      path: { calendar_id },
      params: { idempotency_key: over.key ?? key, user_id_type: 'open_id' },
      data: {
        summary: 'Booked at the door',
        start_time: { timestamp: String(at(from) / 1000), timezone: 'Asia/Shanghai' },
        end_time: { timestamp: String(at(to, days) / 1000), timezone: 'Asia/Shanghai' },
        vchat: { vc_type: 'no_meeting' },
        need_notification: false,
      },
    })
    return answer.data?.event?.event_id ?? ''
  }
  const attach = (event_id: string, operate_id: string | undefined = contact) =>
    api.calendarEventAttendee.create({
      path: { calendar_id, event_id },
      params: { user_id_type: 'open_id' },
      data: {
        attendees: [{ type: 'resource', room_id: scene.room.id, ...(operate_id && { operate_id }) }],
        need_notification: false,
        add_operator_to_attendee: false,
      },
    })
  const answerOf = async (event_id: string) => {
    const { data } = await api.calendarEventAttendee.list({ path: { calendar_id, event_id } })
    return data?.items?.map(({ rsvp_status }) => rsvp_status)
  }
  const remove = (event_id: string) =>
    api.calendarEvent.delete({ path: { calendar_id, event_id }, params: { need_notification: 'false' } })
  return { ...scene, api, vc, calendar_id, create, attach, answerOf, remove, strange }
}

test('finds the calendar that it made, and shares it', async () => {
  const { api, calendar_id } = await sdk()
  const { data } = await api.calendar.list({ params: { page_size: 50 } })
  expect(data?.calendar_list).toMatchObject([{ calendar_id, description: 'of the doors', role: 'owner' }])
  const acl = await api.calendarAcl.create({
    path: { calendar_id },
    params: { user_id_type: 'open_id' },
    data: { role: 'writer', scope: { type: 'user', user_id: contact } },
  })
  expect(acl.data).toMatchObject({ role: 'writer', scope: { user_id: contact } })
})

test('books a room, which accepts a while later, and is then listed', async () => {
  const { wait, create, attach, answerOf, shown } = await sdk()
  const event = await create()
  const attached = await attach(event)
  expect(attached.data?.attendees).toMatchObject([{ rsvp_status: 'needs_action', operate_id: contact }])
  expect([await answerOf(event), shown()]).toEqual([['needs_action'], []])
  wait(3000)
  expect([await answerOf(event), shown()]).toEqual([['accept'], ['12 09:00 to 09:30, original time 0']])
})

test('a second creation with the same key gives the same event', async () => {
  const { world, app, create } = await sdk()
  expect(await create()).toBe(await create())
  expect(world.eventsOf(app)).toHaveLength(1)
})

test('a second creation with the same key is refused, where the platform is switched to that', async () => {
  const { world, app, create } = await sdk()
  world.switches.sameKey = 'refused'
  await create()
  await expect(create()).rejects.toMatchObject({ response: { status: 400, data: { code: 190014 } } })
  expect(world.eventsOf(app)).toHaveLength(1)
})

test('of two requests for the same time the first one wins', async () => {
  const { world, wait, create, attach, answerOf } = await sdk()
  world.switches.roomAnswersAfter = [1000, 1000]
  const one = await create()
  const other = await create({ from: '09:15', to: '09:45', key: key.replace('0b', '1c') })
  await attach(one)
  wait(1)
  await attach(other)
  wait(3000)
  expect([await answerOf(one), await answerOf(other)]).toEqual([['accept'], ['decline']])
})

test('a room declines what is booked, too long, too late, closed or in need of approval', async () => {
  const { world, app, room, wait, create, attach, answerOf } = await sdk()
  const declines = async () => {
    const event = await create({ key: `${key}${world.eventsOf(app).length}` })
    await attach(event)
    wait(3000)
    return (await answerOf(event))?.[0]
  }
  world.limitBookings(room, { longestHours: 0.25 })
  expect(await declines()).toBe('decline')
  world.limitBookings(room, { longestHours: 1, closes: 9 * 3600 + 600 })
  expect(await declines()).toBe('decline')
  world.limitBookings(room, { closes: 86_400, approvalFromHours: 0 })
  expect(await declines()).toBe('decline')
  world.limitBookings(room, { approvalFromHours: undefined })
  world.disableRoom(room)
  expect(await declines()).toBe('decline')
  world.enableRoom(room)
  world.book(room, { from: at('09:20'), to: at('09:40') })
  expect(await declines()).toBe('decline')
})

test('a room declines a booking without a contact, unless the platform is switched to the other reading', async () => {
  const { world, wait, create, attach, answerOf } = await sdk()
  const event = await create()
  await attach(event, '')
  wait(3000)
  expect(await answerOf(event)).toEqual(['decline'])
  world.switches.withoutContact = 'accepted'
  const other = await create({ key: key.replace('0b', '1c') })
  await attach(other, '')
  wait(3000)
  expect(await answerOf(other)).toEqual(['accept'])
})

test('deletes an event once, and is told so when it tries again', async () => {
  const { world, wait, create, attach, remove, shown } = await sdk()
  const event = await create()
  await attach(event)
  wait(3000)
  await remove(event)
  expect(shown()).toEqual([])
  await expect(remove(event)).rejects.toMatchObject({ response: { status: 403, data: { code: 193003 } } })
  world.switches.deletedTwice = 'notFound'
  await expect(remove(event)).rejects.toMatchObject({ response: { status: 404, data: { code: 193001 } } })
})

test('lists what is in its calendar, deleted or not', async () => {
  const { api, calendar_id, create, remove } = await sdk()
  const event = await create()
  await remove(event)
  const { data } = await api.calendarEvent.list({
    path: { calendar_id },
    params: { start_time: String(at('08:00') / 1000), end_time: String(at('10:00') / 1000) },
  })
  expect(data?.items).toMatchObject([{ event_id: event, status: 'cancelled' }])
})

test('without the bot ability there is no calendar, and another app has no part in one', async () => {
  const { world, app, create, calendar_id, strange } = await sdk()
  const other = strange(world.addApp())
  await expect(other.calendarEvent.list({ path: { calendar_id } })).rejects.toMatchObject({
    response: { status: 403, data: { code: 191002 } },
  })
  world.takeBot(app)
  await expect(create()).rejects.toMatchObject({ response: { status: 404, data: { code: 190007 } } })
})

test('reads what a room may be booked for', async () => {
  const { world, room, vc } = await sdk()
  world.limitBookings(room, { opens: 8 * 3600, closes: 22 * 3600, longestHours: 4, approvalFromHours: 3 })
  const { data } = await vc.reserveConfig.reserveScope({ params: { scope_id: room.id, scope_type: '2' } })
  expect(data).toMatchObject({
    approve_config: { approval_switch: 1, approval_condition: 1, meeting_duration: 3 },
    time_config: { time_switch: 1, start_time: '28800', end_time: '79200', max_duration: 4 },
    reserve_scope_config: { allow_all_users: 1 },
  })
})

test('people with access move and delete what the app has made, and enter what it has not', async () => {
  const { world, app, room, wait, create, attach, answerOf, shown } = await sdk()
  const event = await create()
  await attach(event)
  wait(3000)
  const [made] = world.eventsOf(app)
  if (made === undefined) throw new Error('Nothing was made')
  world.moveByHand(made, { from: at('10:00'), to: at('10:30') })
  expect([await answerOf(event), shown()]).toEqual([['accept'], ['12 10:00 to 10:30, original time 0']])
  world.book(room, { from: at('11:00'), to: at('12:00') })
  world.moveByHand(made, { from: at('11:30'), to: at('12:30') })
  expect(await answerOf(event)).toEqual(['decline'])
  world.moveByHand(made, { from: at('10:00'), to: at('10:30') })
  world.deleteByHand(made)
  expect(shown()).toEqual(['12 11:00 to 12:00, original time 0'])
  for (const calendar of world.calendarsOf(app))
    world.enterByHand(calendar, { from: at('14:00'), to: at('15:00') })
  expect(world.eventsOf(app).filter(({ isDeleted }) => !isDeleted)).toMatchObject([{ summary: 'Cleaning' }])
})

test('a room without hours of its own takes what goes beyond midnight', async () => {
  const { wait, create, attach, answerOf } = await sdk()
  const event = await create({ from: '23:30', to: '00:15', days: 1 })
  await attach(event)
  wait(3000)
  expect(await answerOf(event)).toEqual(['accept'])
})
