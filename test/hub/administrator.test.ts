import { expect, test } from 'vitest'
import type { Http } from '../../engine/ports.ts'
import type { AdminVerdict } from '../../shared/admin/judging.ts'
import { bookingIdOf } from '../../shared/booking/booking.ts'
import { instantOf, minutes, seconds } from '../../shared/time/time.ts'
import { answerLost } from '../../simulator/faults/fault.ts'
import { at } from '../support/builders.ts'
import { aCompany } from '../support/hub/a-company.ts'
import { lastWordOf, type LineDoor } from '../support/line/line-door.ts'
import { httpOf } from '../support/world-http.ts'

type Company = Awaited<ReturnType<typeof aCompany>>

/** Two doors of one room, at each of which an administrator is let in, and a meeting of the afternoon. */
async function twoAdministrators(http?: (world: Company['world']) => Http) {
  const company = await aCompany('10:05')
  const { world, rooms, clock } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  // Of a series: the first request that is sent for it hits it.
  const event = world.book(room, { from: at('14:00'), to: at('15:00'), repeats: { every: 'week' } })
  await company.assign(room.id, 'door-a', 'door-b')
  const hub = await company.hub('hub-1', http?.(world))
  const doors = [await company.door('door-a'), await company.door('door-b')] as const
  await clock.advance(seconds(6))
  for (const { panel } of doors) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await panel.admin.openAdmin()
    // oxlint-disable-next-line no-await-in-loop -- the same
    await panel.admin.enterPin({ pin: '2468' })
  }
  const booking = bookingIdOf(`${event.uid}/0/${at('14:00') / 1000}`)
  const judges = ({ panel }: LineDoor, verdict: AdminVerdict, bookingId = booking) =>
    panel.admin.giveVerdict({ bookingId, verdict })
  const audited = async () => {
    const acts = await company.store.audit.latest(9)
    return acts.ok ? acts.value : []
  }
  return { ...company, hub, room, doors, booking, judges, audited }
}

const carriedOut = ({ replies }: Company['world']): number =>
  replies.filter(({ effect }) => effect !== undefined).length

const isListed = ({ panel }: LineDoor): boolean =>
  panel.current().bookings.some(({ start }) => start === at('14:00'))

test('an administrator at one door declines a booking: sent once, gone at both doors, and in the audit', async () => {
  const { doors, clock, world, store, booking, room, judges, audited } = await twoAdministrators()
  expect(doors.map(isListed)).toEqual([true, true])
  const judged = judges(doors[0], 'decline')
  await clock.advance(seconds(2))
  await judged
  expect(lastWordOf(doors[0])).toMatchObject({ kind: 'verdict', outcome: { kind: 'done' } })
  expect(doors.map(isListed)).toEqual([false, false])
  expect(carriedOut(world)).toBe(1)
  expect(await store.attempts.endingAfter(at('00:00'))).toMatchObject({
    value: [{ booking, verdict: 'decline', door: 'door-a', outcome: 'done' }],
  })
  const act = { act: 'decline', by: 'administrator at the door', room: room.id, door: 'door-a', booking }
  const [settled, sent, ...others] = await audited()
  expect(settled).toMatchObject({ ...act, outcome: 'done' })
  expect(sent).toEqual({ ...act, at: at('10:05:07') })
  expect(others).toEqual([])
})

test('a booking that was accepted can be declined afterwards, by another door', async () => {
  const { doors, clock, store, judges } = await twoAdministrators()
  const accepted = judges(doors[0], 'accept')
  await clock.advance(seconds(2))
  await accepted
  expect(lastWordOf(doors[0])).toMatchObject({ verdict: 'accept', outcome: { kind: 'done' } })
  expect(doors.map(isListed)).toEqual([true, true])
  const declined = judges(doors[1], 'decline')
  await clock.advance(seconds(2))
  await declined
  expect(doors.map(isListed)).toEqual([false, false])
  expect(await store.attempts.endingAfter(at('00:00'))).toMatchObject({
    value: [
      { verdict: 'accept', door: 'door-a', outcome: 'done' },
      { verdict: 'decline', door: 'door-b', outcome: 'done' },
    ],
  })
})

test('a list that lacks a running meeting which was accepted turns no door green', async () => {
  let isEmpty = false
  const { doors, clock, world, room, judges } = await twoAdministrators((of) => async (request) => {
    const answer = await httpOf(of)(request)
    if (!isEmpty || !request.url.includes('/freebusy/')) return answer
    isEmpty = false
    return { ...answer, text: JSON.stringify({ code: 0, data: { free_busy: {} } }) }
  })
  world.book(room, { uid: 'running', from: at('10:04'), to: at('11:00'), repeats: { every: 'week' } })
  await clock.advance(minutes(1))
  // The session ends after a minute without a touch.
  await doors[0].panel.admin.openAdmin()
  await doors[0].panel.admin.enterPin({ pin: '2468' })
  const accepted = judges(doors[0], 'accept', bookingIdOf(`running/0/${at('10:04') / 1000}`))
  await clock.advance(seconds(2))
  await accepted
  expect(lastWordOf(doors[0])).toMatchObject({ verdict: 'accept', outcome: { kind: 'done' } })
  isEmpty = true
  const shown = doors.map((door) => door.shown.length)
  await clock.advance(minutes(3))
  expect(isEmpty).toBe(false)
  const since = doors.flatMap((door, index) => door.shown.slice(shown[index]))
  expect(since.map(({ occupancy }) => occupancy.kind)).not.toContain('free')
})

test('of two verdicts at the same moment the second goes by what the first has left', async () => {
  const { doors, clock, world, judges } = await twoAdministrators()
  const judged = Promise.all([judges(doors[0], 'decline'), judges(doors[1], 'decline')])
  await clock.advance(seconds(5))
  await judged
  expect(carriedOut(world)).toBe(1)
  expect(doors.map(lastWordOf)).toMatchObject([{ outcome: { kind: 'done' } }, { outcome: { kind: 'done' } }])
})

test('a verdict that can’t be in the audit is not sent', async () => {
  const { doors, clock, world, store, judges } = await twoAdministrators()
  store.state.isDown = true
  const judged = judges(doors[0], 'decline')
  await clock.advance(seconds(5))
  await judged
  expect(world.replies).toEqual([])
  expect(lastWordOf(doors[0])).toMatchObject({ outcome: { kind: 'refused', reason: 'unexpected' } })
})

test('a verdict that stays in doubt is not sent again, by whichever door', async () => {
  const { doors, clock, world, store, judges } = await twoAdministrators()
  world.switches.replyShownAfter = minutes(30)
  world.fail('reply', answerLost(), { times: 1 })
  for (const door of doors) {
    const judged = judges(door, 'decline')
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await clock.advance(seconds(50))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await judged
  }
  expect(world.replies).toHaveLength(1)
  expect(await store.attempts.endingAfter(instantOf(0))).toMatchObject({
    value: [{ verdict: 'decline', outcome: 'uncertain' }],
  })
})

test('all rooms of a company are listed at a door, page by page, by one listing', async () => {
  const company = await aCompany('10:05', { rooms: 180 })
  const { world, rooms, clock } = company
  const [room] = rooms
  await company.assign(room?.id ?? '', 'door-a')
  await company.hub('hub-1', httpOf(world))
  const { panel } = await company.door('door-a')
  await clock.advance(seconds(6))
  await panel.admin.openAdmin()
  await panel.admin.enterPin({ pin: '2468' })
  const listed = panel.admin.listRooms(undefined)
  await clock.advance(seconds(5))
  await listed
  const { admin } = panel.current()
  const known = admin.kind === 'open' && admin.rooms.kind === 'read' ? admin.rooms.rooms : []
  expect(known.map(({ id }) => id).toSorted()).toEqual(rooms.map(({ id }) => id).toSorted())
  // A hundred rooms a call.
  expect(world.callsTo('rooms')).toBe(2)
})
