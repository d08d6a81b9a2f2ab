import { expect, test } from 'vitest'
import { type DoorReport, doorReportOf, nextReportAt } from '../../../shared/snapshot/door-report.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { at } from '../../support/builders.ts'

const live = { kind: 'live', readAt: at('10:00') } as const
const facts = { elapsed: 5000, paintedAt: undefined, clockError: Infinity, lastProblem: undefined }

test('a door that knows nothing yet reports no more than that', () => {
  const shown = {
    occupancy: { kind: 'unknown', reason: 'starting' },
    connection: { kind: 'offline' },
  } as const
  expect(doorReportOf(shown, facts)).toEqual({ occupancy: 'unknown' })
})

test('a report says what is shown, how old it and the picture are, and how wrong the clock may be', () => {
  const shown = { occupancy: { kind: 'free' }, connection: live } as const
  expect(
    doorReportOf(shown, { ...facts, paintedAt: 4200, clockError: 119.5, lastProblem: 'rateLimited' }),
  ).toEqual({
    occupancy: 'free',
    readAt: at('10:00'),
    pageAge: 800,
    clockError: 120,
    lastProblem: 'rateLimited',
  })
})

const report: DoorReport = { occupancy: 'free', readAt: at('10:00'), pageAge: 100 }
const last = { report, at: 1000 }

test.each([
  ['the first one at once', report, undefined, -Infinity],
  ['the same after a minute', { ...report }, last, 1000 + minutes(1)],
  [
    'what has only grown older after a minute',
    { ...report, readAt: at('10:01'), pageAge: 900 },
    last,
    1000 + minutes(1),
  ],
  ['another state after ten seconds', { ...report, occupancy: 'inUse' as const }, last, 1000 + seconds(10)],
  [
    'a problem after ten seconds',
    { ...report, lastProblem: 'unreachable' as const },
    last,
    1000 + seconds(10),
  ],
])('a door reports %s', (_what, next, before, due) => {
  expect(nextReportAt(next, before)).toBe(due)
})
