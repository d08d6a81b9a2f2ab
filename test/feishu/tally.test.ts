import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTally } from '../../main/feishu/tally.ts'
import { hours, minutes } from '../../shared/domain/time.ts'
import { aShare } from '../support/a-share.ts'

function aTally(callsPerMonth: number, before = 0) {
  let calls = before
  let now = 0
  const counter = { count: () => void (calls += 1), shareOf: (all: number) => aShare(calls)(all) }
  const tally = createTally({ callsPerMonth, counter }, () => now)
  return { tally, counted: () => calls - before, wait: (ms: number) => void (now += ms) }
}

test.each([
  [200, 1],
  [302, 1],
  [400, 0],
  [429, 0],
  [504, 0],
])('a call that is answered with %i counts %i', (status, count) => {
  const { tally, counted } = aTally(100)
  tally.begin()
  tally.answered(status)
  expect(counted()).toBe(count)
})

test('a call without an answer counts, but not for the whole of a long outage', () => {
  const { tally, counted } = aTally(1000)
  const fail = (times: number) => {
    for (let call = 0; call < times; call++) {
      tally.begin()
      tally.unanswered()
    }
  }
  fail(500)
  expect(counted()).toBe(30)
  tally.begin()
  tally.answered(504)
  fail(5)
  expect(counted()).toBe(35)
})

test('never begins more calls than the share and the few beyond it, whatever is under way', () => {
  const steps = fc.array(fc.constantFrom('begin', 'good', 'bad', 'lost'), { maxLength: 200 })
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 40 }), (taken, callsPerMonth) => {
      const { tally, counted } = aTally(callsPerMonth)
      let underWay = 0
      for (const step of taken) {
        if (step === 'begin') underWay += tally.begin() ? 1 : 0
        else if (underWay > 0) {
          underWay -= 1
          if (step === 'lost') tally.unanswered()
          else tally.answered(step === 'good' ? 200 : 429)
        }
        expect(counted() + underWay).toBeLessThanOrEqual(callsPerMonth + 30)
      }
    }),
  )
})

test.each([
  ['the very month', 8000],
  ['as much as a faulty network and a month of touches', 20_000],
])('a panel that has spent %s makes thirty calls at once, and then twenty an hour', (_what, before) => {
  const { tally, wait } = aTally(8000, before)
  const begun = (times: number) => Array.from({ length: times }, () => tally.begin()).filter(Boolean).length
  expect(begun(100)).toBe(30)
  wait(hours(1))
  expect(begun(100)).toBe(20)
  wait(minutes(3))
  expect(begun(100)).toBe(1)
  wait(hours(10))
  expect(begun(100)).toBe(30)
})

test('what is made within the share takes nothing from the few beyond it', () => {
  const { tally } = aTally(5)
  for (let call = 0; call < 35; call++) expect(tally.begin()).toBe(true)
  expect(tally.begin()).toBe(false)
})

test('without a share nothing is held back', () => {
  const tally = createTally(undefined, () => 0)
  expect(tally.begin()).toBe(true)
  tally.answered(200)
})
