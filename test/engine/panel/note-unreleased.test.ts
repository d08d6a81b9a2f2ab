import { expect, test } from 'vitest'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aDecision, ghost } from '../../support/a-ghost.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking, at, off } from '../../support/builders.ts'

/** A panel that was started in the middle of a meeting without a check-in. */
const halfWay = (time = '10:20') => aRoom(time, { bookings: [ghost] })

test('has a line for a booking that outlived its grace, with the reason', async () => {
  const { noteUnreleased, onDisk, log } = await halfWay()
  await noteUnreleased()
  const because = 'offerInterrupted'
  expect(onDisk().decisions).toEqual([aDecision('kept', { because, at: at('10:20') })])
  expect(log.lines).toContainEqual({
    level: 'info',
    event: 'release.kept',
    facts: { booking: ghost.id, because },
  })
})

test('says each reason once', async () => {
  const { noteUnreleased, onDisk, journal, clock, calendar, refresh } = await halfWay()
  await noteUnreleased()
  await clock.advance(minutes(1))
  await noteUnreleased()
  expect(journal.written).toHaveLength(1)
  calendar.failing = 'platformFault'
  await refresh()
  await noteUnreleased()
  calendar.failing = undefined
  await refresh()
  await noteUnreleased()
  expect(onDisk().decisions.map(({ because }) => because)).toEqual([
    'offerInterrupted',
    'calendarUnreachable',
  ])
})

test('has one line for each of two bookings, in one go', async () => {
  const late = aBooking('10:05', '10:50')
  const { noteUnreleased, onDisk, journal } = await aRoom('10:20', { bookings: [ghost, late] })
  await noteUnreleased()
  expect(onDisk().decisions.map(({ booking }) => booking)).toEqual([ghost.id, late.id])
  expect(journal.written).toHaveLength(1)
})

test.each([
  ['in the grace', '10:10', undefined],
  ['where nobody is asked to check in', '10:20', off],
])('has nothing to say %s', async (_when, time, policy) => {
  const { noteUnreleased, journal, rules } = await halfWay(time)
  if (policy) rules.policy = policy
  await noteUnreleased()
  expect(journal.written).toEqual([])
})

test('is not told twice at once', async () => {
  const { noteUnreleased, journal } = await halfWay()
  await Promise.all([noteUnreleased(), noteUnreleased()])
  expect(journal.written).toHaveLength(1)
})

test('a disk that does not take it is left alone for a minute', async () => {
  const { noteUnreleased, journal, clock, log, onDisk } = await halfWay()
  const failures = () => log.events().filter((event) => event === 'journal.failed').length
  journal.failing = 'unwritable'
  await noteUnreleased()
  await clock.advance(seconds(59))
  await noteUnreleased()
  expect(failures()).toBe(1)
  journal.failing = undefined
  await clock.advance(seconds(1))
  await noteUnreleased()
  expect(onDisk().decisions).toHaveLength(1)
})
