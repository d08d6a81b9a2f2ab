import { expect, test } from 'vitest'
import { checkInTo } from '../../../shared/check-in/check-in.ts'
import type { Panel } from '../../../shared/panel/panel.ts'
import { mayReleaseOnVotes } from '../../../shared/release/may-release.ts'
import type { Policy } from '../../../shared/release/policy.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aCheckIn, aGhostPanel, aJournal, anAttempt, deadline, ghost } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto, observe, off } from '../../support/builders.ts'

/** A hub has no page, and so no offers. */
const aHubsPanel = (over: Partial<Panel> = {}): Panel => aGhostPanel({ offers: [], ...over })
const read = (readAt = at('10:10'), bookings = [ghost]) => aPanel(bookings, readAt).reading
const before = aBooking('09:00', '10:00')

test('a booking that no door knows people of may be released without an offer', () => {
  expect(mayReleaseOnVotes(aHubsPanel(), auto, ghost.id, deadline)).toEqual({ ok: true, value: ghost })
})

interface Row {
  readonly over?: Partial<Panel>
  readonly policy?: Policy
  readonly moment?: Partial<Moment>
}

test.each<[string, string, Row]>([
  ['a check-in', 'checkedIn', { over: { journal: aJournal({ checkIns: [aCheckIn] }) } }],
  [
    'a check-in to the organiser’s booking before',
    'checkedIn',
    {
      over: {
        reading: read(at('10:10'), [before, ghost]),
        journal: aJournal({ checkIns: [checkInTo(before, at('09:00'))] }),
      },
    },
  ],
  ['an attempt', 'attemptedBefore', { over: { journal: aJournal({ attempts: [anAttempt] }) } }],
  ['rules that only observe', 'exempt', { policy: observe }],
  ['rules that ask for no check-in', 'exempt', { policy: off }],
  ['an exempt organiser', 'exempt', { policy: { ...auto, exempt: ['Lin Xiaoyu'] } }],
  ['a reading of more than 10 s ago', 'scheduleStale', { over: { reading: read(at('10:09:49')) } }],
  ['no reading', 'scheduleStale', { over: { reading: { asking: true } } }],
  [
    'a reading that failed since',
    'calendarUnreachable',
    { over: { reading: { ...read(), failure: { code: 'unreachable', at: at('10:10'), inARow: 1 } } } },
  ],
  ['a booking that is gone', 'bookingChanged', { over: { reading: read(at('10:10'), []) } }],
  [
    'a first listing after its start',
    'bookedAfterStart',
    { over: { reading: { ...read(), listed: new Map([[ghost.id, at('10:01')]]) } } },
  ],
  [
    'a series that an earlier reply harmed',
    'seriesGuard',
    { over: { journal: aJournal({ seriesHarm: { booking: ghost.id, missing: [], at: at('09:00') } }) } },
  ],
  ['a journal that is not read yet', 'journalUnreadable', { over: { journal: { kind: 'unread' } } }],
  ['a clock that is off by more than 30 s', 'clockUnsure', { moment: { clockError: seconds(30) + 1 } }],
  ['a clock that knows no time', 'clockUnsure', { moment: { clockError: Number.NaN } }],
])('%s keeps it', (_what, reason, { over, policy = auto, moment }) => {
  expect(mayReleaseOnVotes(aHubsPanel(over), policy, ghost.id, { ...deadline, ...moment })).toEqual({
    ok: false,
    error: reason,
  })
})
