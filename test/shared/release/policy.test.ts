import { expect, test } from 'vitest'
import { asksForCheckIn, isExempt } from '../../../shared/release/policy.ts'
import { aBooking, auto, follower, observe, off } from '../../support/builders.ts'

test.each([
  ['off', off, false],
  ['observe', observe, true],
  ['auto', auto, true],
  ['auto, of a second panel', follower, false],
] as const)('with the mode %s people are asked to check in, or not', (_mode, policy, answer) => {
  expect(asksForCheckIn(policy)).toBe(answer)
})

const rules = { ...auto, exempt: ['Lin Xiaoyu'] }
const { organizer: _, ...unowned } = aBooking('10:00', '11:00')

test.each([
  ['an hour', aBooking('10:00', '11:00'), auto, false],
  ['a second less than eight hours', aBooking('10:00:01', '18:00'), auto, false],
  ['eight hours', aBooking('10:00', '18:00'), auto, true],
  ['a day', aBooking('00:00', '24:00'), auto, true],
  ['an hour, of somebody whom IT named', aBooking('10:00', '11:00'), rules, true],
  [
    'an hour, of somebody else',
    aBooking('10:00', '11:00', { organizer: { name: 'Lin Xiao' } }),
    rules,
    false,
  ],
  ['an hour, of nobody by name', aBooking('10:00', '11:00', { organizer: {} }), rules, false],
  ['an hour, and private', unowned, { ...rules, exempt: ['', 'undefined'] }, false],
] as const)('a booking of %s is exempt or not', (_booking, booking, policy, answer) => {
  expect(isExempt(booking, policy)).toBe(answer)
})
