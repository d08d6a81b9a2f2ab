import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/booking/booking.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { err, ok } from '../../../shared/result.ts'
import { days, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { ghost } from '../../support/a-ghost.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking, at } from '../../support/builders.ts'
import { accepting, type MemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { actionOf } from '../../../shared/action/action.ts'

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

/** The reply is accepted, and takes these with it. */
const harming =
  (...missing: readonly Booking[]) =>
  (world: MemoryCalendar) => {
    world.siblings = world.siblings.filter((sibling) => !missing.some(({ id }) => id === sibling.id))
    return accepting(ghost)(world)
  }

const harm = { booking: ghost.id, missing: [inDays(7).id] }

test('a release that leaves the others alone is no harm', async () => {
  const room = await inASeries()
  await room.outcomeOf(room.releaseNoShow(ghost), seconds(90))
  expect(room.onDisk().seriesHarm).toBeUndefined()
  expect(room.log.events()).not.toContain('series.harmed')
})

test('a release that takes another one with it is the last one, also after a restart', async () => {
  const room = await inASeries()
  room.calendar.answers.push(harming(inDays(7)))
  await room.outcomeOf(room.releaseNoShow(ghost), seconds(90))
  expect(actionOf(room.panel.current().actions, 'release')).toMatchObject({ outcome: { kind: 'released' } })
  expect(room.onDisk().seriesHarm).toEqual({ ...harm, at: at('10:10') })
  expect(room.log.lines).toContainEqual({ level: 'error', event: 'series.harmed', facts: harm })

  const next = aBooking('11:00', '12:00')
  const later = await aRoom('10:55', { bookings: [next], kept: room.journal.kept })
  await later.offering('11:10', next)
  await later.outcomeOf(later.releaseNoShow(next), seconds(90))
  expect(actionOf(later.panel.current().actions, 'release')).toMatchObject({
    outcome: { kind: 'kept', because: 'seriesGuard' },
  })
  expect(later.calendar.replies).toEqual([])
})

test('a sibling that its organiser moves meanwhile is no harm', async () => {
  const room = await inASeries()
  const [first = expect.fail(), ...others] = siblings
  const moved = { ...first, id: bookingIdOf('moved/1/2'), start: plus(first.start, minutes(90)) }
  room.calendar.answers.push((world) => {
    world.siblings = [moved, ...others]
    return accepting(ghost)(world)
  })
  await room.outcomeOf(room.releaseNoShow(ghost), minutes(11))
  expect(room.onDisk().seriesHarm).toBeUndefined()
})

test('a release in doubt is looked after, too', async () => {
  const room = await inASeries()
  room.calendar.answers.push((world) => {
    world.siblings = []
    return { kind: 'unsure', problem: { code: 'unreachable' } }
  })
  await room.outcomeOf(room.releaseNoShow(ghost), seconds(90))
  expect(room.onDisk().seriesHarm?.missing).toEqual(siblings.map(({ id }) => id))
})

test('an end that removes another instance switches release off, and the person does not wait for that', async () => {
  const room = await inASeries()
  room.calendar.answers.push(harming(inDays(7)))
  await room.outcomeOf(room.endMeeting(ghost.id), 0)
  expect(actionOf(room.panel.current().actions, 'end')).toMatchObject({ outcome: { kind: 'done' } })
  await room.clock.advance(0)
  expect(room.onDisk().seriesHarm).toMatchObject(harm)
})

test('a harm that the disk refuses is tried again, and no booking is released meanwhile', async () => {
  const room = await inASeries()
  room.calendar.siblings = [inDays(14)]
  room.journal.failing = 'unwritable'
  await room.outcomeOf(room.seriesGuard.watch(ghost, siblings), 0)
  expect(room.log.events()).toContain('series.harmed')
  room.journal.failing = undefined
  expect(await room.seriesGuard.lookNow()).toBe(false)
  await room.clock.advance(seconds(20))
  expect(room.onDisk().seriesHarm).toMatchObject(harm)
  expect(await room.seriesGuard.lookNow()).toBe(true)
})

test('an end that was refused is not looked after', async () => {
  const room = await inASeries()
  room.calendar.answers.push(() => ({ kind: 'refused', problem: { code: 'rateLimited' } }))
  const before = room.calendar.siblingReadings
  await room.outcomeOf(room.endMeeting(ghost.id))
  expect(room.calendar.siblingReadings).toBe(before + 1)
})

test('a person who ends a meeting whose siblings can not be read does not wait', async () => {
  const room = await inASeries()
  Object.assign(room.calendar, { readSiblings: async () => err({ code: 'unreachable' }) })
  await room.outcomeOf(room.endMeeting(ghost.id))
  expect(actionOf(room.panel.current().actions, 'end')).toMatchObject({ outcome: { kind: 'done' } })
})

test('a single meeting is not looked after: it costs no call', async () => {
  const { seriesGuard, calendar, outcomeOf } = await inASeries()
  await outcomeOf(seriesGuard.watch(ghost, []))
  expect(calendar.siblingReadings).toBe(0)
})

test('a sibling that begins within the hour is not missed', async () => {
  const { seriesGuard, calendar, outcomeOf, onDisk } = await inASeries()
  calendar.siblings = []
  const soon = aBooking('11:00', '12:00', { meeting: ghost.meeting })
  await outcomeOf(seriesGuard.watch(ghost, [soon]))
  expect(onDisk().seriesHarm).toBeUndefined()
})

test('looks three times before it says that it could not look, and goes on', async () => {
  const { seriesGuard, calendar, clock, log, onDisk } = await inASeries()
  const readAt: number[] = []
  const begun = clock.elapsed()
  Object.assign(calendar, {
    readSiblings: async () => {
      readAt.push((clock.elapsed() - begun) / seconds(1))
      return err({ code: 'unreachable' })
    },
  })
  const guarding = seriesGuard.watch(ghost, siblings)
  await clock.advance(minutes(1))
  await guarding
  expect(readAt).toEqual([0, 5, 35, 60])
  expect(log.events()).toContain('series.not-verified')
  expect(onDisk().seriesHarm).toBeUndefined()
})

test.each([
  ['within seconds', seconds(20), minutes(1)],
  ['within minutes', minutes(5), minutes(10)],
])('harm that the calendar shows %s is seen at the next look', async (_, shownAfter, seenAt) => {
  const { seriesGuard, calendar, clock, onDisk } = await inASeries()
  void seriesGuard.watch(ghost, siblings)
  await clock.advance(shownAfter)
  calendar.siblings = []
  await clock.advance(seenAt - shownAfter - 1)
  expect(onDisk().seriesHarm).toBeUndefined()
  await clock.advance(1)
  expect(onDisk().seriesHarm).toMatchObject({ booking: ghost.id, missing: [inDays(7).id] })
})

test('after ten minutes it looks no more, and each later look is for the nearest sibling alone', async () => {
  const { seriesGuard, calendar, clock } = await inASeries()
  const asked: unknown[] = []
  Object.assign(calendar, {
    readSiblings: async (_: Booking, known?: readonly Booking[]) => {
      asked.push(known?.map(({ id }) => id))
      return ok(siblings)
    },
  })
  void seriesGuard.watch(ghost, siblings.toReversed())
  await clock.advance(minutes(60))
  const nearest = [inDays(7).id]
  expect(asked).toEqual([siblings.map(({ id }) => id), nearest, nearest])
})

test('harm that shows late stops the next release before it goes, not the one after it', async () => {
  const next = aBooking('10:00:30', '11:00', { meeting: 'another' })
  const room = await aRoom('09:55', { bookings: [ghost, next] })
  room.calendar.siblings = siblings
  await room.offering('10:10', ghost, next)
  await room.outcomeOf(room.releaseNoShow(ghost), seconds(1))
  room.calendar.siblings = []
  await room.offering('10:10:40', next)
  expect(room.onDisk().seriesHarm).toBeUndefined()
  await room.outcomeOf(room.releaseNoShow(next), seconds(10))
  expect(room.onDisk().seriesHarm).toMatchObject({ booking: ghost.id })
  expect(actionOf(room.panel.current().actions, 'release')).toMatchObject({
    outcome: { kind: 'kept', because: 'seriesGuard' },
  })
  expect(room.calendar.replies).toEqual([ghost.id])
})

test('no release is sent while it is not known whether the last one did harm', async () => {
  const next = aBooking('10:00:30', '11:00', { meeting: 'another' })
  const room = await aRoom('09:55', { bookings: [ghost, next] })
  room.calendar.siblings = siblings
  await room.offering('10:10', ghost, next)
  await room.outcomeOf(room.releaseNoShow(ghost), seconds(1))
  Object.assign(room.calendar, {
    readSiblings: async (booking: Booking) =>
      booking.id === ghost.id ? err({ code: 'unreachable' }) : ok([]),
  })
  await room.offering('10:10:40', next)
  await room.outcomeOf(room.releaseNoShow(next), seconds(10))
  expect(actionOf(room.panel.current().actions, 'release')).toMatchObject({
    outcome: { kind: 'kept', because: 'seriesUnknown' },
  })
  expect(room.calendar.replies).toEqual([ghost.id])
})

test('one failure does not hide the harm', async () => {
  const { seriesGuard, calendar, outcomeOf, onDisk } = await inASeries()
  const answers = [err({ code: 'unreachable' }), ok([inDays(14)])]
  Object.assign(calendar, { readSiblings: async () => answers.shift() })
  await outcomeOf(seriesGuard.watch(ghost, siblings))
  expect(onDisk().seriesHarm).toMatchObject(harm)
})

test('the first harm is the one that IT reads', async () => {
  const { seriesGuard, calendar, clock, outcomeOf, onDisk } = await inASeries()
  calendar.siblings = []
  await outcomeOf(seriesGuard.watch(ghost, siblings), 0)
  const first = onDisk().seriesHarm
  await clock.advance(minutes(1))
  await outcomeOf(seriesGuard.watch(inDays(7), [inDays(14)]), 0)
  expect(onDisk().seriesHarm).toEqual(first)
})
