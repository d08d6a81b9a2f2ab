import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isClonedAt, noSessions, type SessionHeard, sessionsAfter } from '../../../shared/line/sessions.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'

const heard = (...sessions: readonly (readonly [session: string, on: boolean])[]) =>
  sessions.map(([session, on], index): SessionHeard => ({ session, on, elapsed: seconds(index) }))

test.each([
  ['one tablet that comes and goes', heard(['a', true], ['a', false], ['a', true]), true, false],
  ['a tablet that starts anew', heard(['a', true], ['b', true]), true, false],
  ['a will that comes after the next birth', heard(['a', true], ['b', true], ['a', false]), true, false],
  ['a tablet that is gone', heard(['a', true], ['a', false]), false, false],
  ['two tablets in turn', heard(['a', true], ['b', true], ['a', true]), true, true],
  ['a will that is the first word', heard(['a', false]), false, false],
])('%s', (_what, events, isOn, isCloned) => {
  const sessions = events.reduce(sessionsAfter, noSessions)
  expect(sessions.isOn).toBe(isOn)
  expect(isClonedAt(sessions, seconds(events.length))).toBe(isCloned)
})

test('a door is no longer cloned ten minutes after the other tablet was heard last', () => {
  const sessions = heard(['a', true], ['b', true], ['a', true]).reduce(sessionsAfter, noSessions)
  expect(isClonedAt(sessions, seconds(2) + minutes(10))).toBe(true)
  expect(isClonedAt(sessions, seconds(2) + minutes(10) + 1)).toBe(false)
})

test('any number of restarts is no clone, whatever wills come late', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 20 }), (lates) => {
      const events = lates.flatMap((late, index): readonly (readonly [string, boolean])[] => [
        [`s${index}`, true],
        [`s${Math.max(index - late, 0)}`, late === 0],
      ])
      const sessions = heard(...events).reduce(sessionsAfter, noSessions)
      expect(isClonedAt(sessions, seconds(events.length))).toBe(false)
      if (events.length > 0) expect(sessions.current).toBe(`s${lates.length - 1}`)
    }),
  )
})

test('two tablets that both go on speaking are found', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 20 }), (turns) => {
      const events = turns.map((isFirst): readonly [string, boolean] => [isFirst ? 'a' : 'b', true])
      const changes = turns.filter((turn, index) => index > 0 && turn !== turns[index - 1]).length
      const sessions = heard(...events).reduce(sessionsAfter, noSessions)
      expect(isClonedAt(sessions, seconds(events.length))).toBe(changes >= 2)
    }),
  )
})
