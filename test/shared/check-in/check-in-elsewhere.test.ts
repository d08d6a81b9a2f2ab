import { expect, test } from 'vitest'
import { checkInElsewhere } from '../../../shared/check-in/check-in-elsewhere.ts'
import { snapshotOf } from '../../../shared/snapshot/snapshot-of.ts'
import { contains, hours, plus } from '../../../shared/time/time.ts'
import { aBooking, aPanel, at, auto, someRules, follower, observe, off } from '../../support/builders.ts'

const booking = aBooking('11:00', '11:30')

test.each([
  ['before check-in opens', follower, '10:54', false],
  ['when check-in opens', follower, '10:55', true],
  ['at the start', follower, '11:00', true],
  ['at the end of the grace', follower, '11:10', false],
  ['at the first panel', auto, '11:00', false],
  ['at a first panel that observes', observe, '11:00', false],
  ['where nobody is asked', { ...follower, mode: 'off' }, '11:00', false],
  ['where nobody is asked at all', off, '11:00', false],
  ['for an organiser who is exempt', { ...follower, exempt: ['Lin Xiaoyu'] }, '11:00', false],
] as const)('says whether the other panel asks for a check-in: %s', (_when, policy, time, isAsked) => {
  const asked = checkInElsewhere([booking], policy, at(time))
  expect(asked !== undefined && contains(asked, at(time))).toBe(isAsked)
})

test('a booking that is shorter than the grace is asked for until its end', () => {
  expect(checkInElsewhere([aBooking('11:00', '11:05')], follower, at('11:00'))?.end).toBe(at('11:05'))
})

test('a booking that waits for its check-in no longer gives way to the next one', () => {
  const next = aBooking('12:00', '12:30')
  expect(checkInElsewhere([booking, next], follower, at('11:20'))?.start).toBe(at('11:55'))
})

test('a whole day is exempt', () => {
  const long = { ...booking, end: plus(booking.start, hours(9)) }
  expect(checkInElsewhere([long], follower, at('11:00'))).toBeUndefined()
})

test('the snapshot of a second panel has it, and no button', () => {
  const snapshot = snapshotOf(aPanel([booking], at('11:00')), at('11:00'), { ...someRules, policy: follower })
  expect(snapshot).toMatchObject({ checkIns: [], checkInElsewhere: { start: at('10:55'), end: at('11:10') } })
  expect(snapshotOf(aPanel([booking], at('11:00')), at('11:00'), someRules)).not.toHaveProperty(
    'checkInElsewhere',
  )
})
