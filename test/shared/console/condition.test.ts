import { expect, test } from 'vitest'
import { conditionOf } from '../../../shared/console/condition.ts'
import { hours, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { at } from '../../support/builders.ts'
import { aDoorRow } from '../../support/hub/a-door-row.ts'

const now = at('10:00')

test.for([
  ['well', {}],
  ['well', { outbox: 3 }],
  ['well', { reportedAt: plus(now, -seconds(90)) }],
  ['silent', { reportedAt: plus(now, -seconds(91)) }],
  ['silent', { isHere: false }],
  // The broker keeps a report for a day, and what it says of the connection for good.
  ['silent', { isHere: false, reportedAt: undefined, occupancy: undefined }],
  ['cloned', { isCloned: true, isHere: false }],
  ['page', { pageAge: seconds(91) }],
  ['well', { pageAge: seconds(90) }],
  ['well', { pageAge: undefined }],
  ['blind', { occupancy: 'unknown', lastProblem: 'rateLimited' }],
  ['blind', { occupancy: 'notSetUp' }],
  ['clock', { clockError: undefined }],
  ['clock', { clockError: seconds(30) + 1 }],
  ['well', { clockError: seconds(30), readAt: plus(now, -hours(1)) }],
  ['problem', { lastProblem: 'rateLimited' }],
  ['unheard', { isHere: undefined, reportedAt: undefined, occupancy: undefined }],
] as const)('a door is %s with %j', ([condition, over]) => {
  expect(conditionOf(aDoorRow({ reportedAt: now, ...over }), now)).toBe(condition)
})

test('a door that is heard again is well again', () => {
  const row = aDoorRow({ reportedAt: plus(now, -minutes(9)) })
  expect(conditionOf(row, now)).toBe('silent')
  expect(conditionOf({ ...row, reportedAt: now }, now)).toBe('well')
})
