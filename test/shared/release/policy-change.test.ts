import { expect, test } from 'vitest'
import { changedPolicy, toldAtMost } from '../../../shared/release/policy-change.ts'
import { isExempt, type Policy, rulesFor } from '../../../shared/release/policy.ts'
import { minutes } from '../../../shared/time/time.ts'
import { aBooking, at, auto, follower, observe, off } from '../../support/builders.ts'

/** Runs, is open to check-in (from 10:55 on), and is still to come, when the rules change at 10:56. */
const running = aBooking('10:00', '11:00')
const open = aBooking('11:00', '12:00')
const next = aBooking('11:02', '12:00')
const changedAt = at('10:56')

const strict = { ...auto, grace: minutes(3) }
const early = { ...auto, opensBefore: minutes(30) }

test.each<[what: string, before: Policy, wanted: Policy, keeps: Partial<Policy>]>([
  ['a shorter grace', auto, strict, { mode: 'auto', grace: minutes(10) }],
  ['a longer grace', strict, auto, { grace: minutes(3) }],
  ['releases where there were none', observe, auto, { mode: 'observe' }],
  ['check-in where there was none', off, auto, { mode: 'off' }],
  ['no more releases, at once', auto, observe, { mode: 'observe', grace: minutes(10) }],
  ['no more check-in, at once', auto, off, { mode: 'off' }],
  ['a second panel, at once', auto, follower, { follower: true }],
  ['a first panel', follower, auto, { follower: true }],
])('who is asked keeps the old rules but for what is milder: %s', (_what, before, wanted, keeps) => {
  const policy = changedPolicy(before, wanted, changedAt)
  expect(rulesFor(policy, running)).toMatchObject(keeps)
  expect(rulesFor(policy, open)).toMatchObject(keeps)
  expect(rulesFor(policy, next)).toMatchObject(wanted)
})

test.each<[what: string, before: Policy, wanted: Policy, isExemptNow: boolean, isExemptNext: boolean]>([
  ['named now', auto, { ...auto, exempt: ['Lin Xiaoyu'] }, true, true],
  ['named no more', { ...auto, exempt: ['Lin Xiaoyu'] }, auto, true, false],
  ['long enough now', auto, { ...auto, exemptFrom: minutes(30) }, true, true],
  ['too short now', { ...auto, exemptFrom: minutes(30) }, auto, true, false],
])('whoever is exempt by the old rules or by the new ones stays: %s', (_what, before, wanted, now, then) => {
  const policy = changedPolicy(before, wanted, changedAt)
  expect(isExempt(running, policy)).toBe(now)
  expect(isExempt(next, policy)).toBe(then)
})

test('a booking that the new rules would have opened long ago keeps the old ones', () => {
  const policy = changedPolicy(auto, early, changedAt)
  expect(rulesFor(policy, aBooking('11:26', '12:00')).opensBefore).toBe(minutes(5))
  expect(rulesFor(policy, aBooking('11:27', '12:00')).opensBefore).toBe(minutes(30))
})

test('a booking that opened by the first of several rules keeps to those', () => {
  const twice = changedPolicy(changedPolicy(early, auto, changedAt), strict, at('11:00'))
  expect(rulesFor(twice, aBooking('11:26', '12:00'))).toMatchObject({ opensBefore: minutes(30) })
  expect(rulesFor(twice, aBooking('11:27', '12:00'))).toMatchObject(strict)
})

test('a milder mode is for every booking, whichever rules it goes by', () => {
  const twice = changedPolicy(changedPolicy(auto, strict, changedAt), off, at('11:10'))
  expect([running, open, next].map((booking) => rulesFor(twice, booking).mode)).toEqual(['off', 'off', 'off'])
})

test('the same rules again are the same policy', () => {
  const policy = changedPolicy(auto, strict, changedAt)
  expect(changedPolicy(policy, { ...strict }, at('11:00'))).toBe(policy)
})

test('rules of the day before are forgotten', () => {
  const first = changedPolicy(auto, strict, at('00:00'))
  const second = changedPolicy(first, observe, at('00:06'))
  expect(second.earlier?.policy.earlier).toBeDefined()
  const later = changedPolicy(first, observe, at(`${24 + 1}:00`))
  expect(later.earlier?.policy.earlier).toBeUndefined()
})

test.each<[what: string, kept: Policy, wanted: Policy, told: Partial<Policy>]>([
  ['a longer grace', strict, auto, { grace: auto.grace, mode: 'auto' }],
  ['a shorter grace', auto, strict, { grace: auto.grace }],
  ['an earlier opening', auto, early, { opensBefore: early.opensBefore }],
  ['a later opening', early, auto, { opensBefore: early.opensBefore }],
  ['releases where there were none', observe, strict, { mode: 'observe' }],
])('who may have been told more than the journal knows of has that: %s', (_what, kept, wanted, told) => {
  expect(toldAtMost(kept, wanted)).toMatchObject(told)
})

test('a journal that has the wanted rules is taken at its word', () => {
  const policy = changedPolicy(strict, auto, changedAt)
  expect(toldAtMost(policy, auto)).toBe(policy)
  expect(rulesFor(toldAtMost(policy, early), running)).toMatchObject({
    grace: early.grace,
    opensBefore: early.opensBefore,
  })
})
