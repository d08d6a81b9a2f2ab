import { expect, test } from 'vitest'
import { nextDeadline } from '../../shared/domain/next-deadline.ts'
import { evolve, newPanel } from '../../shared/domain/panel.ts'
import { snapshotOf } from '../../shared/domain/snapshot-of.ts'
import { minutes, plus } from '../../shared/domain/time.ts'
import { aBooking, aPanel, at, aView } from '../support/builders.ts'

const booking = aBooking('10:00', '10:30')

test.each([
  ['the start', [booking], '09:59:55', '10:00'],
  ['the next reading', [], '09:00', '09:04'],
  ['the end of the day', [], '23:58', '24:00'],
] as const)('looks again at %s', (_what, bookings, now, next) => {
  expect(nextDeadline(aPanel(bookings, at(now)), at(now), aView)).toBe(at(next))
})

test('a new panel wants to be read at once', () => {
  expect(nextDeadline(newPanel, at('09:00'), aView)).toBe(at('09:00'))
})

test('looks again when data stops proving anything', () => {
  const asking = evolve(aPanel([], at('09:00')), { kind: 'scheduleAsked' })
  const overdue = plus(at('09:00'), aView.interval + minutes(1))
  const deadline = nextDeadline(asking, at('09:01'), aView)
  expect(deadline).toBe(overdue + 1)
  expect(snapshotOf(asking, overdue, aView).occupancy.kind).toBe('free')
  expect(snapshotOf(asking, plus(overdue, 1), aView).occupancy.kind).toBe('unknown')
})
