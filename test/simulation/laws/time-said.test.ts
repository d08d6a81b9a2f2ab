import { expect, test } from 'vitest'
import type { SimOutcome } from '../../../simulator/http.ts'
import type { Arrival } from '../tablet/between.ts'
import { newMemory } from './memory.ts'
import { noteTimeSaid, timeSaidBy } from './time-said.ts'

const now = Date.parse('2026-10-31T00:59:24Z')
const good = '{"code":0,"msg":"ok"}'

const arrival = (date: string | undefined, body = good, status = 200): Arrival => {
  const headers = date === undefined ? {} : { date }
  const outcome: SimOutcome = { kind: 'answer', answer: { status, headers, body }, delay: 100 }
  return { outcome, isHeard: true, isGenuine: true }
}

const right = new Date(now).toUTCString()
const wrong = new Date(now + 600_000).toUTCString()

test.each([
  { name: 'a dated answer', given: arrival(right), said: 'right' },
  { name: 'an answer of another time', given: arrival(wrong), said: 'wrong' },
  { name: 'an answer without a date', given: arrival(undefined), said: 'nothing' },
  { name: 'an answer with an unreadable date', given: arrival('yesterday'), said: 'nothing' },
  { name: 'a page of a gateway', given: arrival(right, '<html>', 503), said: 'nothing' },
  { name: 'a refusal', given: arrival(right, '{"code":190004,"msg":"no"}', 400), said: 'nothing' },
  {
    name: 'a refusal of another time',
    given: arrival(wrong, '{"code":190004,"msg":"no"}', 400),
    said: 'nothing',
  },
  { name: 'an answer out of a cache', given: { ...arrival(right), isGenuine: false }, said: 'nothing' },
])('$name says of the time: $said', ({ given, said }) => {
  expect(timeSaidBy(given, now)).toBe(said)
})

test('an answer of another time takes the time away, until a right one gives it again', () => {
  const memory = newMemory(0)
  const knownAfter = (...said: Parameters<typeof noteTimeSaid>[1][]) => {
    for (const one of said) noteTimeSaid(memory, one, (memory.knowsTimeSince ?? 0) + 100)
    return memory.knowsTimeSince
  }
  expect(knownAfter('nothing')).toBeUndefined()
  expect(knownAfter('right')).toBe(100)
  expect(knownAfter('right', 'nothing')).toBe(100)
  expect(knownAfter('wrong', 'nothing')).toBeUndefined()
  expect(knownAfter('right')).toBe(100)
})
