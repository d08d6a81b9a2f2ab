import { expect, test } from 'vitest'
import type { JournalContent } from '../../../shared/panel/journal.ts'
import { isReleaseUnsure } from '../../../shared/release/release-doubt.ts'
import { minutes, plus } from '../../../shared/time/time.ts'
import { aDecision, aJournal, anAttempt, ghost } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at } from '../../support/builders.ts'

const other = aBooking('12:00', '13:00')
const attempts = [anAttempt]
const shown = plus(anAttempt.at, minutes(10))

const panelWith = (journal: Partial<JournalContent>, readAt = at('10:10:30')) => ({
  ...aPanel([ghost], readAt),
  journal: aJournal(journal),
})

test.each<[string, Partial<JournalContent>, typeof shown?]>([
  ['nothing else is known', { attempts }],
  ['a reading lists it a ms too early to show it', { attempts }, plus(shown, -1)],
  ['it was uncertain', { attempts, decisions: [aDecision('uncertain')] }],
  ['it was kept before that', { attempts, decisions: [aDecision('kept', { at: at('10:09') })] }],
  [
    'it was kept for that attempt',
    { attempts, decisions: [aDecision('kept', { because: 'attemptedBefore' })] },
  ],
  ['another one was kept', { attempts, decisions: [aDecision('kept', { booking: other.id })] }],
  ['another one was tried after it', { attempts: [anAttempt, { ...anAttempt, booking: other.id }] }],
  ['the journal was lost at a time that nobody knows', { completeSince: 'unknown' }],
  ['the journal was lost since it began', { completeSince: at('10:05') }, plus(at('10:15'), -1)],
])('after an attempt it is not sure when %s', (_when, journal, readAt) => {
  expect(isReleaseUnsure(panelWith(journal, readAt), ghost)).toBe(true)
})

test.each<[string, Partial<JournalContent>, typeof shown?]>([
  ['nothing was tried', {}],
  ['the journal was lost before it began', { completeSince: at('09:59') }],
  [
    'a reading of ten minutes after the journal was lost lists it',
    { completeSince: at('10:05') },
    at('10:15'),
  ],
  ['another one was tried', { attempts: [{ ...anAttempt, booking: other.id }] }],
  ['a reading of ten minutes later lists it', { attempts }, shown],
  ['it was refused in that very ms', { attempts, decisions: [aDecision('kept')] }],
  ['it was refused later', { attempts, decisions: [aDecision('kept', { at: at('10:10:05') })] }],
])('it is sure that a booking was not released when %s', (_when, journal, readAt) => {
  expect(isReleaseUnsure(panelWith(journal, readAt), ghost)).toBe(false)
})

test('without a reading it is not sure', () => {
  const { schedule: _, ...reading } = aPanel([], at('10:12')).reading
  expect(isReleaseUnsure({ ...panelWith({ attempts }), reading }, ghost)).toBe(true)
})
