import { expect, test } from 'vitest'
import { evolve, type Panel } from '../../../shared/panel/panel.ts'
import { releaseAt, releaseDue, restEnds } from '../../../shared/release/may-release.ts'
import { plus, seconds } from '../../../shared/time/time.ts'
import {
  aCheckIn,
  aDecision,
  aGhostPanel,
  aGhostPanelAt,
  aJournal,
  anAttempt,
  anOffer,
  deadline,
  ghost,
  momentAt,
} from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto } from '../../support/builders.ts'
import { asked, releaseAction, settled } from '../../support/actions.ts'

const short = { ...ghost, end: at('10:10') }
const harmed = aJournal({ seriesHarm: { booking: ghost.id, missing: [], at: at('09:00') } })

test.each<[string, string | undefined, Partial<Panel>]>([
  ['the button was there before the start', '10:10', { offers: [anOffer(at('09:55'), at('10:02'))] }],
  ['somebody touched the screen at 10:03', '10:13', { touchedAt: at('10:03') }],
  ['the button came late', undefined, { offers: [anOffer(at('10:03'), at('10:05'))] }],
  ['there is no button', undefined, { offers: [] }],
  ['somebody is here', undefined, { journal: aJournal({ checkIns: [aCheckIn] }) }],
  ['somebody has just tapped', undefined, { unsaved: [aCheckIn] }],
  ['it was tried before', undefined, { journal: aJournal({ attempts: [anAttempt] }) }],
  ['it was only observed', undefined, { journal: aJournal({ decisions: [aDecision('observed')] }) }],
  ['the journal is not read', undefined, { journal: { kind: 'unread' } }],
  ['a series was harmed', undefined, { journal: harmed }],
])('when %s, it is released at %s', (_when, time, over) => {
  const expected = time === undefined ? undefined : at(time)
  expect(releaseAt(aGhostPanel(over), auto, ghost)).toBe(expected)
})

test('a meeting that is over by the end of its grace is not released', () => {
  expect(releaseAt(aGhostPanel({ offers: [anOffer(at('09:55'), at('10:02'))] }), auto, short)).toBeUndefined()
})

test.each([
  ['10:09:59', false],
  ['10:10', true],
  ['10:30', true],
  ['10:59:59', true],
  ['11:00', false],
])('with the button there all the time, at %s a release is due: %s', (time, isDue) => {
  const panel = aGhostPanelAt(at(time))
  expect(releaseDue(panel, auto, momentAt(at(time)))).toBe(
    isDue ? panel.reading.schedule?.bookings[0] : undefined,
  )
})

const failed = evolve(aGhostPanel(), { kind: 'scheduleFailed', code: 'unreachable', at: at('10:10') })

test.each<[string, Panel]>([
  ['a release is under way', aGhostPanel({ actions: [releaseAction(ghost, asked)] })],
  ['the last reading failed', failed],
  ['nothing was read', aGhostPanel({ reading: { asking: false } })],
  ['the page had no button for a while', aGhostPanel({ offers: [anOffer(at('10:02'), at('10:10'))] })],
  ['it was tried before', aGhostPanel({ journal: aJournal({ attempts: [anAttempt] }) })],
])('none is due when %s', (_when, panel) => {
  expect(releaseDue(panel, auto, deadline)).toBeUndefined()
})

test('none is due while the clock is unsure, or the page silent', () => {
  expect(releaseDue(aGhostPanel(), auto, { ...deadline, clockError: seconds(31) })).toBeUndefined()
  expect(releaseDue(aGhostPanel(), auto, { ...deadline, elapsed: deadline.elapsed + seconds(11) })).toBe(
    undefined,
  )
})

const settledOf = (booking = ghost) => [
  releaseAction(booking, settled({ kind: 'kept', because: 'seriesUnknown' }, at('10:10'))),
]

test('a release that was kept rests for five minutes, and is tried again', () => {
  const actions = settledOf()
  const due = (time: string) => releaseDue(aGhostPanelAt(at(time), { actions }), auto, momentAt(at(time)))
  expect(due('10:14:59')).toBeUndefined()
  expect(due('10:15')).toEqual(ghost)
  expect(restEnds(aGhostPanel({ actions }))).toBe(at('10:15'))
  expect(releaseAt(aGhostPanelAt(at('10:12'), { actions }), auto, ghost)).toBe(at('10:15'))
  expect(restEnds(aGhostPanel())).toBeUndefined()
})

test('a touch in the last moment holds a release off for its grace, and no longer', () => {
  const outcome = { kind: 'kept', because: 'touched' } as const
  const actions = [releaseAction(ghost, settled(outcome, at('10:10')))]
  const touched = { actions, touchedAt: at('10:10') }
  expect(restEnds(aGhostPanel(touched))).toBeUndefined()
  expect(releaseAt(aGhostPanel({ ...touched, touchedAt: at('10:03') }), auto, ghost)).toBe(at('10:13'))
})

test('the rest of one is not the rest of another', () => {
  const other = aBooking('09:00', '09:30')
  expect(releaseDue(aGhostPanel({ actions: settledOf(other) }), auto, deadline)).toEqual(ghost)
})

test('the one whose grace has passed is due, not the one beside it', () => {
  const late = aBooking('10:08', '10:40')
  const offers = [{ ...anOffer(at('10:03'), at('10:10')), booking: late.id }, anOffer()]
  const panel = aGhostPanel({ ...aPanel([ghost, late], at('10:10')), journal: aJournal(), offers })
  expect(releaseDue(panel, auto, deadline)).toEqual(ghost)
  expect(releaseAt(panel, auto, late)).toBe(plus(late.start, auto.grace))
})
