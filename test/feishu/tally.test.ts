import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTally } from '../../main/feishu/tally.ts'

function aTally(callsPerMonth: number, before = 0) {
  let calls = before
  const counter = { count: () => void (calls += 1), spentOf: () => calls }
  return { tally: createTally({ callsPerMonth, counter }), counted: () => calls - before }
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

test('never begins a call that would go beyond the share, whatever is under way', () => {
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
        expect(counted() + underWay).toBeLessThanOrEqual(callsPerMonth)
      }
    }),
  )
})

test('without a share nothing is held back', () => {
  const tally = createTally(undefined)
  expect(tally.begin()).toBe(true)
  tally.answered(200)
})
