import { expect, test } from 'vitest'
import { nextAsking, nextChange } from '../../../shared/panel/next-deadline.ts'
import { evolve, newPanel, type Panel } from '../../../shared/panel/panel.ts'
import type { ReleaseOutcome } from '../../../shared/release/release.ts'
import { snapshotOf } from '../../../shared/snapshot/snapshot-of.ts'
import type { PanelRules } from '../../../shared/snapshot/panel-rules.ts'
import { earlier, hours, type Instant, minutes, plus } from '../../../shared/time/time.ts'
import {
  aCheckIn,
  aDecision,
  aGhostPanel,
  aGhostPanelAt,
  aJournal,
  anOffer,
  ghost,
} from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto, someRules } from '../../support/builders.ts'
import type { Action } from '../../../shared/action/action.ts'
import { checkInAction, endAction, releaseAction, settled } from '../../support/actions.ts'

const booking = aBooking('10:00', '10:30')

const nextDeadline = (panel: Panel, now: Instant, rules: PanelRules): Instant | undefined =>
  earlier(nextChange(panel, now, rules), nextAsking(panel, now, rules))

test.each([
  ['the start', [booking], '09:59:55', '10:00'],
  ['the next reading', [], '09:00', '09:04'],
  ['the end of the day', [], '23:58', '24:00'],
] as const)('looks again at %s', (_what, bookings, now, next) => {
  expect(nextDeadline(aPanel(bookings, at(now)), at(now), someRules)).toBe(at(next))
})

test('a new panel wants to be read at once', () => {
  expect(nextDeadline(newPanel, at('09:00'), someRules)).toBe(at('09:00'))
})

/** The room itself is not what is asked for here. */
const restful = { ...someRules, roomInterval: hours(9), roomFreshFor: hours(9) }

test('looks again when data stops proving anything', () => {
  const asking = evolve(aPanel([], at('09:00')), { kind: 'scheduleAsked' })
  const overdue = plus(at('09:00'), someRules.freshFor)
  const deadline = nextDeadline(asking, at('09:01'), restful)
  expect(deadline).toBe(overdue + 1)
  expect(snapshotOf(asking, overdue, restful).occupancy.kind).toBe('free')
  expect(snapshotOf(asking, plus(overdue, 1), restful).occupancy.kind).toBe('unknown')
})

const slow = { ...restful, interval: minutes(60), freshFor: minutes(61) }
const asked = { ...slow, policy: auto }
/** A reading is under way: when the next one is due is not asked here. */
const busy = (panel: Panel): Panel => evolve(panel, { kind: 'scheduleAsked' })

test.each([
  ['check-in opens', '09:50', '09:55'],
  ['a gap at the opening is one', '09:55', '09:55:10.001'],
  ['the meeting starts', '09:56', '10:00'],
  ['the grace ends', '10:01', '10:10'],
  ['it is certain that the booking was kept', '10:10', '10:10:10'],
  ['the meeting ends', '10:11', '11:00'],
])('where people check in it looks when %s', (_what, now, next) => {
  expect(nextDeadline(busy(aPanel([ghost], at(now))), at(now), asked)).toBe(at(next))
})

test('without check-in the panel looks at start and end', () => {
  const looks = ['09:50', '10:00'].map((now) => nextDeadline(busy(aPanel([ghost], at(now))), at(now), slow))
  expect(looks).toEqual([at('10:00'), at('11:00')])
})

test.each([
  ['10:03', '10:03:04'],
  ['10:03:04', '10:03:08'],
  ['10:03:08', '10:03:10.001'],
])('while the page has the button it looks again within 4 s, twice, then gives it up: at %s', (now, next) => {
  const panel = busy(aGhostPanelAt(at(now), { offers: [anOffer(at('09:55'), at('10:03'))] }))
  expect(nextDeadline(panel, at(now), asked)).toBe(at(next))
})

test('looks at the end of a grace that a touch began anew', () => {
  const touched = { touchedAt: at('10:03'), offers: [anOffer(at('09:55'), at('10:12:58'))] }
  const panel = busy(aGhostPanelAt(at('10:12:58'), touched))
  expect(nextDeadline(panel, at('10:12:58'), asked)).toBe(at('10:13'))
})

const settledAs = (outcome: ReleaseOutcome) =>
  busy(
    evolve(aGhostPanel({ offers: [] }), {
      kind: 'action',
      action: releaseAction(ghost, settled(outcome, at('10:10:20'))),
    }),
  )

test('looks when a word goes, and when a booking has rested', () => {
  const refused = settledAs({ kind: 'kept', because: 'replyRefused' })
  expect(nextDeadline(settledAs({ kind: 'released' }), at('10:10:20'), asked)).toBe(at('10:12:20'))
  expect(nextDeadline(refused, at('10:10:20'), asked)).toBe(at('10:15:20'))
})

const free = busy(aPanel([], at('10:09')))
const said = settled({ kind: 'done' } as const, at('10:10'))
const after = (action: Action) => evolve(free, { kind: 'action', action })

test.each<[string, Panel, Partial<PanelRules>, string]>([
  ['the word about a check-in goes', after(checkInAction(ghost, said)), {}, '10:10:03'],
  ['the word about an end goes', after(endAction(ghost, said)), {}, '10:10:10'],
  ['the room is in service again', { ...free, room: { outOfService: { until: at('10:20') } } }, {}, '10:20'],
  ['the office closes', free, { intervalEnds: at('10:30') }, '10:30'],
])('looks when %s', (_what, panel, rules, next) => {
  expect(nextDeadline(panel, at('10:10'), { ...slow, ...rules })).toBe(at(next))
})

test.each([
  ['the room’s own reading proves nothing any more', {}, '10:14:48.001'],
  ['a closing begins that is planned', { room: { outOfService: { from: at('10:12') } } }, '10:12'],
] as const)('looks when %s', (_what, over, next) => {
  const rules = { ...slow, roomFreshFor: someRules.roomFreshFor }
  const panel = evolve(evolve({ ...aPanel([], at('10:09')), ...over }, { kind: 'scheduleAsked' }), {
    kind: 'roomAsked',
  })
  expect(nextDeadline(panel, at('10:10'), rules)).toBe(at(next))
})

const offered = (over: Partial<Panel>, now = '10:03') =>
  busy(aGhostPanelAt(at(now), { offers: [anOffer(at('09:55'), at(now))], ...over }))
const incomplete = aJournal({ completeSince: 'unknown' })
const observed = aJournal({ decisions: [aDecision('observed')] })

test.each<[string, Panel, string, string]>([
  ['somebody checked in', offered({ journal: aJournal({ checkIns: [aCheckIn] }) }), '10:03', '10:10'],
  ['somebody tapped', offered({ unsaved: [aCheckIn] }), '10:03', '10:10'],
  [
    'there was a gap',
    offered({ offers: [{ ...anOffer(at('09:55'), at('10:03')), isBroken: true }] }),
    '10:03',
    '10:10',
  ],
  [
    'it is of a booking that is gone',
    offered({ offers: [{ ...anOffer(at('09:55'), at('10:03')), booking: aBooking('08:00', '09:00').id }] }),
    '10:03',
    '10:10',
  ],
  [
    'its grace is over',
    offered({ journal: observed, offers: [anOffer(at('09:55'), at('10:11'))] }, '10:11'),
    '10:11',
    '11:00',
  ],
])('the page is not asked for an offer when %s', (_when, panel, now, next) => {
  expect(nextDeadline(panel, at(now), asked)).toBe(at(next))
})

test('if another reason prevents the release, the page is asked until the end of the grace', () => {
  const until = (now: string) => nextDeadline(offered({ journal: incomplete }, now), at(now), asked)
  expect(until('10:03')).toBe(at('10:03:04'))
  expect(until('10:09:58')).toBe(at('10:10'))
  expect(until('10:10')).toBe(at('10:10:10'))
})

test('a grace that lasts longer than its booking matters to its end alone', () => {
  const short = { ...ghost, end: at('10:06') }
  const panel = offered({ journal: incomplete, reading: aPanel([short], at('10:03')).reading })
  expect(nextDeadline(panel, at('10:03'), asked)).toBe(at('10:03:04'))
  expect(nextDeadline(panel, at('10:05:59'), asked)).toBe(at('10:06'))
})
