import { expect, test } from 'vitest'
import { createRulesInForce } from '../../engine/installation/rules-in-force.ts'
import { createPanelStore } from '../../engine/panel/panel-store.ts'
import { emptyJournal } from '../../shared/panel/journal.ts'
import { type Policy, rulesFor } from '../../shared/release/policy.ts'
import { days, minutes, plus } from '../../shared/time/time.ts'
import { aBooking, at, auto, observe } from '../support/builders.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const longer: Policy = { ...auto, grace: minutes(20) }
const [soon, later] = [aBooking('10:00', '11:00'), aBooking('12:00', '13:00')]

/** A panel at 09:58, and what its rules say of a booking that is open by then and of one that is not. */
function aPanelWith(rules?: Policy, unsureBy = 0) {
  const clock = createVirtualClock(at('09:58'))
  clock.unsureBy = unsureBy
  const panel = createPanelStore()
  const inForce = createRulesInForce({ clock, panel })
  panel.apply({ kind: 'journalKept', content: { ...emptyJournal, ...(rules && { rules }) } })
  const graces = (policy: Policy | undefined) =>
    policy && [soon, later].map((booking) => rulesFor(policy, booking).grace / minutes(1))
  return { clock, inForce, graces }
}

test('the rules that an earlier panel showed apply to its people, and the new rules from the next meeting on', () => {
  const { inForce, graces } = aPanelWith(longer)
  expect(graces(inForce.begin(auto))).toEqual([10, 10])
  expect(graces(inForce.settle())).toEqual([20, 10])
  expect(inForce.settle()).toBeUndefined()
})

test('the same rules as an earlier panel had are settled at once', () => {
  const { inForce } = aPanelWith(auto)
  inForce.begin(auto)
  expect(inForce.settle()).toBeUndefined()
})

test('a panel without a journal goes by the rules that it begins with', () => {
  const { inForce } = aPanelWith()
  inForce.begin(auto)
  expect(inForce.settle()).toBeUndefined()
})

test('where the time is not known new rules wait for it, and what keeps rooms does not', () => {
  const { clock, inForce, graces } = aPanelWith(undefined, Infinity)
  inForce.begin(longer)
  expect(graces(inForce.change(auto))).toEqual([20, 20])
  const milder = inForce.change({ ...auto, mode: 'observe' })
  expect(rulesFor(milder, later).mode).toBe('observe')
  expect(inForce.settle()).toBeUndefined()
  clock.unsureBy = 0
  expect(graces(inForce.settle())).toEqual([20, 10])
})

test('rules that were changed by a clock of another year hold from the right moment on', () => {
  const { clock, inForce } = aPanelWith(undefined, Infinity)
  inForce.begin(observe)
  clock.leap(days(400))
  inForce.change(auto)
  clock.leap(-days(400))
  clock.unsureBy = 0
  const settled = inForce.settle() ?? expect.fail('nothing was settled')
  expect(settled.earlier?.until).toBe(plus(at('09:58'), auto.opensBefore))
})
