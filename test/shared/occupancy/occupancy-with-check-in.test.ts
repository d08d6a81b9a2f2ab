import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/booking/booking.ts'
import { checkInTo } from '../../../shared/check-in/check-in.ts'
import { occupancyAt } from '../../../shared/occupancy/occupancy-at.ts'
import type { Occupancy } from '../../../shared/occupancy/occupancy.ts'
import type { Panel } from '../../../shared/panel/panel.ts'
import type { Policy } from '../../../shared/release/policy.ts'
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
import { aBooking, aPanel, at, auto, follower, observe, off } from '../../support/builders.ts'
import { asked, releaseAction } from '../../support/actions.ts'

/** What shows at `time`, with the button on the page since check-in opened. */
function shownAt(time: string, policy: Policy = auto, over: Partial<Panel> = {}): string {
  const now = at(time)
  const before = now < at('09:55') ? { offers: [] } : {}
  return wordsFor(occupancyAt(aGhostPanelAt(now, { ...before, ...over }), now, freshFor, policy))
}

function wordsFor(occupancy: Occupancy): string {
  if (occupancy.kind !== 'awaitingCheckIn') return occupancy.kind
  const { releaseAt } = occupancy
  return releaseAt === undefined ? 'awaiting' : `awaiting until ${momentAt(releaseAt).elapsed / 60_000 - 5}`
}

test.each([
  ['09:54:59', 'free', 'free', 'free'],
  ['09:55', 'checkInOpen', 'checkInOpen', 'free'],
  ['09:59:59', 'checkInOpen', 'checkInOpen', 'free'],
  ['10:00', 'awaiting until 10', 'awaiting', 'inUse'],
  ['10:09:59', 'awaiting until 10', 'awaiting', 'inUse'],
  ['10:10', 'awaiting until 10', 'inUse', 'inUse'],
  ['10:59', 'awaiting until 59', 'inUse', 'inUse'],
  ['11:00', 'free', 'free', 'free'],
])('at %s without a check-in: auto %s; observe %s; off %s', (time, asAuto, asObserve, asOff) => {
  expect(shownAt(time)).toBe(asAuto)
  expect(shownAt(time, observe)).toBe(asObserve)
  expect(shownAt(time, off)).toBe(asOff)
  expect(shownAt(time, follower)).toBe(asOff)
})

const taken = { journal: aJournal({ checkIns: [aCheckIn] }) }

test.each([
  ['09:54:59', 'free'],
  ['09:55', 'inUse'],
  ['10:00', 'inUse'],
  ['10:59:59', 'inUse'],
  ['11:00', 'free'],
])('at %s somebody checked in early: %s', (time, kind) => {
  expect(shownAt(time, auto, taken)).toBe(kind)
})

test('a tap that is not on disk yet does not make the room in use', () => {
  expect(shownAt('10:05', auto, { unsaved: [aCheckIn] })).toBe('awaiting')
  expect(shownAt('09:58', auto, { unsaved: [aCheckIn] })).toBe('checkInOpen')
})

test.each<[string, string, string, Partial<Panel>]>([
  ['begun at 09:57', '10:04', 'awaiting', { offers: [anOffer(at('09:57'), at('10:04'))] }],
  ['begun at 10:03', '10:04', 'awaiting', { offers: [anOffer(at('10:03'), at('10:04'))] }],
  ['begun at 10:03', '10:12', 'inUse', { offers: [anOffer(at('10:03'), at('10:12'))] }],
  ['touched at 10:03', '10:04', 'awaiting until 13', { touchedAt: at('10:03') }],
  ['whose page is silent in the grace', '10:05', 'awaiting', { offers: [] }],
  ['whose page is silent after the grace', '10:12', 'inUse', { offers: [] }],
])('a panel %s shows at %s %s', (_panel, time, words, over) => {
  expect(shownAt(time, auto, over)).toBe(words)
})

const attempted = aJournal({ attempts: [anAttempt] })

test.each<[string, string, string, Policy, Partial<Panel>]>([
  ['while it is released', '10:10', 'awaiting until 10', auto, { actions: [releaseAction(ghost, asked)] }],
  [
    'whose attempt is on the disk and not sent yet',
    '10:10',
    'awaiting',
    auto,
    { journal: attempted, actions: [releaseAction(ghost, asked)] },
  ],
  ['after an attempt', '10:12', 'inUse', auto, { journal: attempted }],
  ['after an attempt, and a longer grace', '10:08', 'inUse', auto, { journal: attempted }],
  [
    'once it was observed',
    '10:10:05',
    'inUse',
    observe,
    { journal: aJournal({ decisions: [aDecision('observed')] }) },
  ],
  ['of an exempt length', '10:05', 'inUse', { ...auto, exemptFrom: 3_600_000 }, {}],
  ['of an exempt organiser', '09:58', 'free', { ...auto, exempt: ['Lin Xiaoyu'] }, {}],
])('a booking %s shows at %s %s', (_how, time, words, policy, over) => {
  expect(shownAt(time, policy, over)).toBe(words)
})

const next = aBooking('11:00', '12:00', { organizer: { name: 'Somebody else' } })
const hers = aBooking('11:00', '12:00', { meeting: 'hers' })
const late = aBooking('10:30', '10:45', { organizer: { name: 'Somebody else' } })

test.each<[string, string, readonly Booking[], readonly Booking[], string, Booking]>([
  ['10:57', 'the running one shows while the next one opens', [ghost, next], [ghost], 'inUse', ghost],
  ['10:57', 'also when only the next one is checked in to', [ghost, next], [next], 'inUse', ghost],
  ['11:00', 'the next one follows', [ghost, next], [ghost], 'awaitingCheckIn', next],
  ['11:00', 'at once in use if somebody was early', [ghost, next], [next], 'inUse', next],
  ['11:00', 'in use where the same organiser goes on', [ghost, hers], [ghost], 'inUse', hers],
  [
    '10:35',
    'of overlapping ones the later, in use by those of the other',
    [ghost, late],
    [ghost],
    'inUse',
    late,
  ],
  ['10:35', 'of overlapping ones the later', [ghost, late], [], 'awaitingCheckIn', late],
  ['10:45', 'then the longer again', [ghost, late], [ghost], 'inUse', ghost],
])('at %s %s', (time, _how, bookings, checkedIn, kind, booking) => {
  const checkIns = checkedIn.map((one) => checkInTo(one, at('10:00')))
  const panel = { ...aPanel(bookings, at(time)), journal: aJournal({ checkIns }) }
  expect(occupancyAt(panel, at(time), freshFor, auto)).toMatchObject({ kind, booking })
})
