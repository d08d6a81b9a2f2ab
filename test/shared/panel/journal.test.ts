import { expect, test } from 'vitest'
import {
  emptyJournal,
  pruned,
  wasAttempted,
  wasDecided,
  withDecision,
} from '../../../shared/panel/journal.ts'
import { days, minutes, plus } from '../../../shared/time/time.ts'
import { aCheckIn, aDecision, anAttempt, ghost } from '../../support/a-ghost.ts'
import { aBooking, at } from '../../support/builders.ts'

const full = {
  completeSince: at('08:00'),
  checkIns: [aCheckIn],
  attempts: [anAttempt],
  decisions: [aDecision('released')],
  seriesHarm: { booking: ghost.id, missing: [], at: at('10:11') },
}

test('remembers what is over for eight days, and forgets it then', () => {
  expect(pruned(full, plus(ghost.end, days(8) - 1))).toEqual(full)
  expect(pruned(full, plus(ghost.end, days(8)))).toEqual({
    ...full,
    checkIns: [],
    attempts: [],
    decisions: [],
  })
})

test('never forgets that a series was harmed, nor since when it is complete', () => {
  const { seriesHarm, completeSince } = pruned(full, plus(ghost.end, days(1000)))
  expect(seriesHarm).toEqual(full.seriesHarm)
  expect(completeSince).toBe(full.completeSince)
})

test('keeps the last five hundred of each kind', () => {
  const many = Array.from({ length: 501 }, (_, index) => ({ ...anAttempt, at: plus(at('10:00'), index) }))
  const { attempts } = pruned({ ...emptyJournal, attempts: many }, at('12:00'))
  expect(attempts).toEqual(many.slice(1))
})

test('knows what was tried', () => {
  expect(wasAttempted(full, ghost)).toBe(true)
  expect(wasAttempted(full, aBooking('12:00', '13:00'))).toBe(false)
})

test('says what was decided in the same way once', () => {
  const first = withDecision(emptyJournal, aDecision('kept', { because: 'clockUnsure' }))
  const again = withDecision(first, aDecision('kept', { because: 'clockUnsure', at: at('10:20') }))
  expect(again).toBe(first)
  const other = withDecision(first, aDecision('kept', { because: 'scheduleStale' }))
  expect(other.decisions.map(({ because }) => because)).toEqual(['clockUnsure', 'scheduleStale'])
  expect(withDecision(other, aDecision('released')).decisions).toHaveLength(3)
})

test.each([
  ['that very outcome', 'kept', 'clockUnsure', true],
  ['another reason', 'kept', 'scheduleStale', false],
  ['no reason', 'kept', undefined, false],
  ['another outcome', 'observed', undefined, false],
] as const)('knows whether it decided: %s', (_what, outcome, because, answer) => {
  const content = { ...emptyJournal, decisions: [aDecision('kept', { because: 'clockUnsure' })] }
  expect(wasDecided(content, ghost.id, outcome, because)).toBe(answer)
  expect(wasDecided(content, aBooking('12:00', '13:00').id, outcome, because)).toBe(false)
})

test('entries of future bookings are kept at any time', () => {
  expect(pruned(full, plus(ghost.start, -minutes(90)))).toEqual(full)
})

test('a booking that was released is not one that was kept, observed or in doubt', () => {
  const released = withDecision(emptyJournal, aDecision('released'))
  const asked = (['released', 'kept', 'observed', 'uncertain'] as const).map((outcome) =>
    wasDecided(released, ghost.id, outcome),
  )
  expect(asked).toEqual([true, false, false, false])
})
