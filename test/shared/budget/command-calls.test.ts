import { expect, test } from 'vitest'
import { monthAt } from '../../../shared/budget/call-ledger.ts'
import { commandCallsAtOnce, commandsRestUntil } from '../../../shared/budget/command-calls.ts'
import { days, hours, type Instant, minutes, plus } from '../../../shared/time/time.ts'
import { mondayAfternoon } from '../../support/virtual-clock.ts'

const month = monthAt(mondayAfternoon)

test('a person who looks for a fault can make ten runs of three calls in a row', () => {
  const made = Array.from({ length: commandCallsAtOnce }, (_, index) => plus(mondayAfternoon, index))
  expect(commandsRestUntil(made.slice(0, -1), 8000, mondayAfternoon)).toBeUndefined()
  expect(commandsRestUntil(made, 8000, plus(mondayAfternoon, minutes(1)))).toBeDefined()
})

test('after that there is one call in about two hours, and after days all of them again', () => {
  const made = Array.from({ length: commandCallsAtOnce }, () => mondayAfternoon)
  const until = commandsRestUntil(made, 8000, mondayAfternoon)
  expect(until).toBe(plus(mondayAfternoon, (month.end - month.start) / 400))
  expect(commandsRestUntil(made, 8000, plus(mondayAfternoon, hours(2)))).toBeUndefined()
  const later = [...made, ...made.slice(1).map((at) => plus(at, days(3)))]
  expect(commandsRestUntil(later, 8000, plus(mondayAfternoon, days(3)))).toBeUndefined()
})

test.each([500, 8000, 45_000])(
  'a doctor every five minutes spends little more than a twentieth of %i calls in a month',
  (callsPerMonth) => {
    const made: Instant[] = []
    for (let now = month.start; now < month.end; now = plus(now, minutes(5)))
      if (commandsRestUntil(made, callsPerMonth, now) === undefined) made.push(now, now, now)
    expect(made.length).toBeGreaterThan(callsPerMonth / 21)
    expect(made.length).toBeLessThanOrEqual(callsPerMonth / 20 + commandCallsAtOnce + 3)
  },
)
