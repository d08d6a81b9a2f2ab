import { expect, test } from 'vitest'
import { checkInTo, presumedIn } from '../../../shared/check-in/check-in.ts'
import { isBookedAfterStart, presumptionsAt } from '../../../shared/check-in/offer-of.ts'
import { longestGap } from '../../../shared/check-in/offer.ts'
import { newPanel, type Panel } from '../../../shared/panel/panel.ts'
import type { Policy } from '../../../shared/release/policy.ts'
import { type Instant, plus } from '../../../shared/time/time.ts'
import { aGhostPanelAt, aJournal, anOffer, ghost, momentAt } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto, follower, observe, off } from '../../support/builders.ts'

const opening = at('09:55')
const broken = { offers: [{ ...anOffer(), isBroken: true }] }
const none = { offers: [] }

const listed = (time: string): Partial<Panel> => ({
  reading: { ...aPanel([ghost], at(time)).reading, listed: new Map([[ghost.id, at(time)]]) },
})
const firstStart = (time: string): Partial<Panel> => ({
  isFirstStart: true,
  reading: { ...aPanel([ghost], at(time)).reading, firstAt: at(time) },
})

const presumedAt = (now: Instant, over: Partial<Panel>, policy: Policy = auto) =>
  presumptionsAt(aGhostPanelAt(now, over), policy, momentAt(now))

test.each<[string, Instant, Partial<Panel>]>([
  ['there was no button for more than 10 s', plus(opening, longestGap + 1), none],
  ['there was none since it was listed', plus(at('09:58'), longestGap + 1), { ...listed('09:58'), ...none }],
  ['the button came 11 s after the opening', at('10:05'), { offers: [anOffer(at('09:55:11'), at('10:05'))] }],
  ['the button was away, as soon as check-in opens', opening, broken],
  ['the button was away, in the last ms of the booking', plus(at('11:00'), -1), broken],
  [
    'the last picture is older than 10 s',
    plus(at('10:03'), longestGap + 1),
    { offers: [anOffer(opening, at('10:03'))] },
  ],
  [
    'it is older than that in the grace of a touch',
    at('10:13'),
    { touchedAt: at('10:05'), offers: [anOffer(opening, at('10:12'))] },
  ],
  ['it was first listed as it began', at('10:05'), listed('10:00')],
  ['a first panel began in it', at('10:05'), firstStart('10:00')],
  [
    'the button was that of another booking',
    at('10:05'),
    { offers: [{ ...anOffer(opening, at('10:05')), booking: aBooking('12:00', '13:00').id }] },
  ],
])('people may sit inside when %s', (_when, now, over) => {
  expect(presumedAt(now, over)).toEqual([presumedIn(ghost, now)])
})

test.each<[string, Instant, Partial<Panel>, Policy?]>([
  ['there was no button for just 10 s', plus(opening, longestGap), none],
  [
    'there was none for 10 s since it was listed',
    plus(at('09:58'), longestGap),
    { ...listed('09:58'), ...none },
  ],
  ['it was listed long before check-in opened', at('09:55:10'), { ...listed('09:40'), ...none }],
  ['the button has been there from the opening on', at('10:05'), {}],
  ['the last picture is 10 s old', at('10:03:10'), { offers: [anOffer(opening, at('10:03'))] }],
  ['it is old since the grace is over', at('10:20'), { offers: [anOffer(opening, at('10:10'))] }],
  [
    'a first panel began in the window',
    at('10:05'),
    { ...firstStart('09:58'), offers: [anOffer(at('09:58'), at('10:05'))] },
  ],
  [
    'a panel of before has listed it',
    at('10:05'),
    { reading: { ...aPanel([ghost], at('10:00')).reading, firstAt: at('10:00') } },
  ],
  ['check-in has not opened', plus(opening, -1), broken],
  ['it is over', at('11:00'), broken],
  ['nobody is asked', at('10:05'), broken, off],
  ['the first panel of the room asks', at('10:05'), broken, follower],
  ['it is exempt', at('10:05'), broken, { ...auto, exempt: ['Lin Xiaoyu'] }],
  [
    'somebody checked in',
    at('10:05'),
    { ...broken, journal: aJournal({ checkIns: [checkInTo(ghost, at('10:01'))] }) },
  ],
  ['somebody tapped', at('10:05'), { ...broken, unsaved: [checkInTo(ghost, at('10:01'))] }],
  [
    'it is in the journal already',
    at('10:05'),
    { ...broken, journal: aJournal({ checkIns: [presumedIn(ghost, at('10:01'))] }) },
  ],
  ['it is on its way there', at('10:05'), { ...broken, unsaved: [presumedIn(ghost, at('10:01'))] }],
  [
    'nobody knows yet whether there was a panel before',
    at('10:05'),
    { ...broken, journal: { kind: 'unread' } },
  ],
])('nobody is presumed inside when %s', (_when, now, over, policy) => {
  expect(presumedAt(now, over, policy)).toEqual([])
})

test('in the mode observe check-ins are presumed as well, because the journal records would-be releases', () => {
  expect(presumedAt(at('10:05'), broken, observe)).toEqual([presumedIn(ghost, at('10:05'))])
})

test('only the booking with the gap is noted, of two', () => {
  const next = aBooking('10:08', '11:00', { organizer: { name: 'Bob' } })
  const panel = aGhostPanelAt(at('10:05'), {
    ...aPanel([ghost, next], at('10:05')),
    journal: aJournal({ checkIns: [presumedIn(ghost, at('10:01'))] }),
    offers: [{ ...anOffer(), isBroken: true }],
  })
  expect(presumptionsAt(panel, auto, momentAt(at('10:05')))).toEqual([presumedIn(next, at('10:05'))])
})

test('before the first reading no check-in is presumed', () => {
  const panel = { ...newPanel, journal: aJournal() }
  expect(presumptionsAt(panel, auto, momentAt(at('10:05')))).toEqual([])
})

test.each([
  ['a ms before its start', plus(at('10:00'), -1), false],
  ['at its start', at('10:00'), true],
  ['in it', at('10:30'), true],
])('a booking that was first listed %s', (_when, time, isAfter) => {
  const { reading } = aPanel([ghost], at('10:30'))
  const panel = aGhostPanelAt(at('10:30'), { reading: { ...reading, listed: new Map([[ghost.id, time]]) } })
  expect(isBookedAfterStart(panel, ghost)).toBe(isAfter)
  expect(isBookedAfterStart(panel, aBooking('10:05', '11:00'))).toBe(false)
})
