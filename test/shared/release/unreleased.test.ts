import { expect, test } from 'vitest'
import { evolve, type Panel } from '../../../shared/panel/panel.ts'
import { unreleasedAt, unreleasedFrom } from '../../../shared/release/unreleased.ts'
import { minutes } from '../../../shared/time/time.ts'
import {
  aCheckIn,
  aDecision,
  aGhostPanelAt,
  aJournal,
  anAttempt,
  anOffer,
  freshFor,
  ghost,
  momentAt,
} from '../../support/a-ghost.ts'
import { aPanel, at, auto, follower, observe, off } from '../../support/builders.ts'
import { asked, releaseAction, settled } from '../../support/actions.ts'

const reasonsAt = (time: string, over: Partial<Panel>, policy = auto) =>
  unreleasedAt(aGhostPanelAt(at(time), over), policy, momentAt(at(time)), freshFor).map(
    ({ because }) => because,
  )

test('a booking counts as kept some seconds after the end of its grace', () => {
  expect(unreleasedFrom(ghost, auto)).toBe(at('10:10:10'))
  expect(reasonsAt('10:10:09', { offers: [] })).toEqual([])
  expect(reasonsAt('10:10:10', { offers: [] })).toEqual(['offerInterrupted'])
  expect(reasonsAt('11:00', { offers: [] })).toEqual([])
})

const failed = (code: 'unreachable') =>
  evolve(aGhostPanelAt(at('10:20')), { kind: 'scheduleFailed', code, at: at('10:20') })
const failing: Panel['journal'] = { kind: 'failed', content: { checkIns: [], attempts: [], decisions: [] } }

test.each<[string, Partial<Panel>]>([
  ['checkedIn', { journal: aJournal({ checkIns: [aCheckIn] }) }],
  ['offerInterrupted', { offers: [anOffer(at('10:15'), at('10:20'))] }],
  ['calendarUnreachable', failed('unreachable')],
  ['scheduleStale', { reading: aPanel([ghost], at('10:14')).reading }],
  ['journalUnreadable', { journal: failing }],
  ['journalIncomplete', { journal: aJournal({ completeSince: 'unknown' }) }],
  ['attemptedBefore', { journal: aJournal({ attempts: [anAttempt] }) }],
  ['attemptedBefore', { ...failed('unreachable'), offers: [], journal: aJournal({ attempts: [anAttempt] }) }],
])('says %s', (because, over) => {
  expect(reasonsAt('10:20', over)).toEqual([because])
})

test.each<[string, Partial<Panel>]>([
  ['of one that is released any moment', {}],
  ['whose reading is good enough to show', { reading: aPanel([ghost], at('10:16')).reading }],
  ['of what is under way', { offers: [], actions: [releaseAction(ghost, asked)] }],
  ['of what was only observed', { offers: [], journal: aJournal({ decisions: [aDecision('observed')] }) }],
  [
    'of what may have been released',
    { offers: [], journal: aJournal({ decisions: [aDecision('uncertain')] }) },
  ],
  ['before the journal is read', { journal: { kind: 'unread' } }],
  ['before the calendar is', { reading: { asking: true } }],
  [
    'that the journal has',
    { offers: [], journal: aJournal({ decisions: [aDecision('kept', { because: 'offerInterrupted' })] }) },
  ],
  [
    'whose release says it itself',
    { actions: [releaseAction(ghost, settled({ kind: 'uncertain' }, at('10:19')))] },
  ],
])('says nothing %s', (_of, over) => {
  expect(reasonsAt('10:20', over)).toEqual([])
})

test('says another reason when it becomes another one', () => {
  const journal = aJournal({ decisions: [aDecision('kept', { because: 'calendarUnreachable' })] })
  expect(reasonsAt('10:20', { journal, offers: [] })).toEqual(['offerInterrupted'])
})

test('with observe a booking is noted as with auto; without check-in none is noted', () => {
  expect(reasonsAt('10:20', { offers: [] }, observe)).toEqual(['offerInterrupted'])
  expect(reasonsAt('10:20', { offers: [] }, { ...auto, exemptFrom: minutes(60) })).toEqual(['exempt'])
  for (const policy of [off, follower]) expect(reasonsAt('10:20', { offers: [] }, policy)).toEqual([])
})
