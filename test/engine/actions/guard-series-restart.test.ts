import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/booking/booking.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { err } from '../../../shared/result.ts'
import { days, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { ghost } from '../../support/a-ghost.ts'
import { aRoom } from '../../support/a-room.ts'
import { accepting } from '../../support/memory/memory-calendar.ts'

const inDays = (count: number): Booking => {
  const start = plus(ghost.start, days(count))
  const id = bookingIdOf(`${ghost.meeting}/0/${start / 1000}`)
  return { ...ghost, id, start, end: plus(ghost.end, days(count)) }
}
const siblings = [inDays(7), inDays(14)]

async function inASeries() {
  const room = await aRoom('09:55', { bookings: [ghost] })
  room.calendar.siblings = siblings
  await room.offering('10:10', ghost)
  return room
}

const harm = { booking: ghost.id, missing: [inDays(7).id] }

test('the watched siblings are on disk before the reply is sent, and only as long as they are watched', async () => {
  const room = await inASeries()
  let whenSent: unknown
  room.calendar.answers.push((world) => {
    whenSent = room.onDisk().watches
    return accepting(ghost)(world)
  })
  await room.outcomeOf(room.releaseNoShow(ghost), minutes(9))
  expect(whenSent).toMatchObject([{ booking: ghost.id, sibling: { booking: inDays(7).id } }])
  expect(room.onDisk().watches).toEqual(whenSent)
  await room.clock.advance(minutes(1))
  expect(room.onDisk()).not.toHaveProperty('watches')
})

test('after a refused reply no siblings are watched', async () => {
  const room = await inASeries()
  room.calendar.answers.push(() => ({ kind: 'refused', problem: { code: 'rateLimited' } }))
  await room.outcomeOf(room.endMeeting(ghost.id))
  expect(room.onDisk()).not.toHaveProperty('watches')
})

/** The panel released an instance, and begins again half a minute later. */
async function restarted(time: string, room?: string) {
  const before = await inASeries()
  await before.outcomeOf(before.releaseNoShow(ghost), seconds(30))
  return aRoom(time, { bookings: [], kept: before.journal.kept, ...(room !== undefined && { room }) })
}

test('a restart forgets no look', async () => {
  const room = await restarted('10:11')
  room.calendar.siblings = []
  await room.clock.advance(minutes(1))
  expect(room.onDisk().seriesHarm).toMatchObject(harm)
  expect(room.onDisk()).not.toHaveProperty('watches')
})

test('after a restart the next release waits for what can be seen of the last one', async () => {
  const room = await restarted('10:11')
  Object.assign(room.calendar, { readSiblings: async () => err({ code: 'unreachable' }) })
  expect(await room.seriesGuard.lookNow()).toBe(false)
})

test('a panel that was given another room watches no siblings of the old one', async () => {
  const room = await restarted('10:11', 'omm_other')
  room.calendar.siblings = []
  await room.clock.advance(minutes(10))
  expect(room.onDisk().seriesHarm).toBeUndefined()
})

test('a sibling that has begun while the panel was off is not missed', async () => {
  const room = await restarted('10:11')
  room.clock.leap(days(8))
  await room.clock.advance(minutes(10))
  expect(room.calendar.siblingReadings).toBe(0)
  expect(room.onDisk().seriesHarm).toBeUndefined()
})
