import { expect, test } from 'vitest'
import { checkInTo, presumedIn } from '../../../shared/check-in/check-in.ts'
import { evolve, type Panel } from '../../../shared/panel/panel.ts'
import { mayRelease, stillMayRelease } from '../../../shared/release/may-release.ts'
import type { Policy } from '../../../shared/release/policy.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { minutes, plus, seconds } from '../../../shared/time/time.ts'
import {
  aCheckIn,
  aDecision,
  aGhostPanel,
  aJournal,
  anAttempt,
  anOffer,
  deadline,
  ghost,
} from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto, follower, observe, off } from '../../support/builders.ts'

const read = (readAt = at('10:10'), bookings = [ghost]) => aPanel(bookings, readAt).reading
const moved = aBooking('10:05', '11:05', { meeting: ghost.meeting })
const replaced = aBooking('10:00', '10:30', { meeting: 'another-name', organizer: {} })

test('a booking without a check-in may be released at the end of its grace', () => {
  expect(mayRelease(aGhostPanel(), auto, ghost.id, deadline)).toEqual({ ok: true, value: ghost })
})

test.each<[string, Partial<Panel>, Partial<Moment>?]>([
  ['a reading of 10 s ago', { reading: read(at('10:09:50')) }],
  [
    'a first listing between the opening and the start, and the button since',
    {
      reading: { ...read(), listed: new Map([[ghost.id, at('09:58')]]) },
      offers: [anOffer(at('09:58:09'))],
    },
  ],
  ['a touch of the screen a whole grace ago', { touchedAt: at('10:00') }],
  ['a last picture of 10 s ago', {}, { elapsed: deadline.elapsed + seconds(10) }],
  ['a clock that is off by 30 s', {}, { clockError: seconds(30) }],
  [
    'a journal that is complete since longer than any meeting is',
    { journal: aJournal({ completeSince: at('01:55') }) },
  ],
  [
    'an attempt at another booking',
    { journal: aJournal({ attempts: [{ ...anAttempt, booking: moved.id }] }) },
  ],
  [
    'a note that it was kept',
    { journal: aJournal({ decisions: [aDecision('kept', { because: 'clockUnsure' })] }) },
  ],
])('it is still released with %s', (_with, over, moment) => {
  expect(mayRelease(aGhostPanel(over), auto, ghost.id, { ...deadline, ...moment }).ok).toBe(true)
})

interface Row {
  readonly over?: Partial<Panel>
  readonly policy?: Policy
  readonly moment?: Partial<Moment>
}

test.each<[string, string, Row]>([
  ['checkedIn', 'a check-in on disk', { over: { journal: aJournal({ checkIns: [aCheckIn] }) } }],
  ['checkedIn', 'a tap that the disk did not take', { over: { unsaved: [aCheckIn] } }],
  [
    'checkedIn',
    'a check-in to another booking that overlaps it',
    { over: { journal: aJournal({ checkIns: [checkInTo(replaced, at('09:58'))] }) } },
  ],
  ['exempt', 'its length', { policy: { ...auto, exemptFrom: minutes(60) } }],
  ['exempt', 'its organiser', { policy: { ...auto, exempt: ['Lin Xiaoyu'] } }],
  ['exempt', 'the mode off', { policy: off }],
  ['exempt', 'a second panel', { policy: follower }],
  ['offerInterrupted', 'no offer', { over: { offers: [] } }],
  [
    'offerInterrupted',
    'a button that came 10 s and more after check-in had opened',
    {
      over: { offers: [anOffer(plus(at('09:55:10'), 1))] },
    },
  ],
  [
    'offerInterrupted',
    'a gap, however long the button has been there again',
    {
      over: { offers: [{ ...anOffer(), isBroken: true }] },
    },
  ],
  [
    'offerInterrupted',
    'people who found no button before',
    {
      over: { journal: aJournal({ checkIns: [presumedIn(ghost, at('09:58'))] }) },
    },
  ],
  [
    'offerInterrupted',
    'a booking right before it whose people found no button',
    {
      over: { journal: aJournal({ checkIns: [presumedIn(aBooking('09:00', '09:56'), at('09:02'))] }) },
    },
  ],
  [
    'offerInterrupted',
    'an exempt booking of the same organiser right before it',
    {
      over: { reading: read(at('10:10'), [aBooking('01:00', '09:58'), ghost]) },
    },
  ],
  [
    'bookedAfterStart',
    'a first listing after its start',
    {
      over: { reading: { ...read(), listed: new Map([[ghost.id, at('10:00')]]) } },
    },
  ],
  ['touched', 'a touch of the screen less than a grace ago', { over: { touchedAt: plus(at('10:00'), 1) } }],
  ['offerInterrupted', 'a page that was silent', { moment: { elapsed: deadline.elapsed + seconds(10) + 1 } }],
  [
    'offerInterrupted',
    'an offer of another one',
    { over: { offers: [{ ...anOffer(), booking: moved.id }] } },
  ],
  [
    'calendarUnreachable',
    'a failed reading',
    { over: evolve(aGhostPanel(), { kind: 'scheduleFailed', code: 'unreachable', at: at('10:10') }) },
  ],
  ['scheduleStale', 'an old reading', { over: { reading: read(plus(at('10:09:50'), -1)) } }],
  ['scheduleStale', 'no reading', { over: { reading: { asking: false } } }],
  ['bookingChanged', 'a reading without it', { over: { reading: read(at('10:10'), []) } }],
  ['bookingChanged', 'a reading that has it moved', { over: { reading: read(at('10:10'), [moved]) } }],
  [
    'bookingChanged',
    'a reading that has it over',
    { over: { reading: read(at('10:10'), [{ ...ghost, end: at('10:10') }]) } },
  ],
  ['clockUnsure', 'a clock that is off by more', { moment: { clockError: seconds(30) + 1 } }],
  ['clockUnsure', 'a server that was not heard', { moment: { clockError: Infinity } }],
  ['clockUnsure', 'an error that is no number', { moment: { clockError: Number.NaN } }],
  ['journalUnreadable', 'a journal not read yet', { over: { journal: { kind: 'unread' } } }],
  ['journalUnreadable', 'a full disk', { over: evolve(aGhostPanel(), { kind: 'journalFailed' }) }],
  [
    'journalIncomplete',
    'a journal set aside at an unknown time',
    { over: { journal: aJournal({ completeSince: 'unknown' }) } },
  ],
  [
    'journalIncomplete',
    'a journal set aside when it may have been checked in to under another time',
    { over: { journal: aJournal({ completeSince: plus(at('01:55'), 1) }) } },
  ],
  ['attemptedBefore', 'an attempt', { over: { journal: aJournal({ attempts: [anAttempt] }) } }],
  [
    'seriesGuard',
    'a series that was harmed',
    {
      over: {
        journal: aJournal({ seriesHarm: { booking: moved.id, missing: [moved.id], at: at('09:00') } }),
      },
    },
  ],
])('it is kept, %s, for %s', (because, _why, { over, policy = auto, moment }) => {
  expect(mayRelease(aGhostPanel(over), policy, ghost.id, { ...deadline, ...moment })).toEqual({
    ok: false,
    error: because,
  })
})

test('the mode observe has the same conditions', () => {
  expect(mayRelease(aGhostPanel(), observe, ghost.id, deadline).ok).toBe(true)
  expect(mayRelease(aGhostPanel({ unsaved: [aCheckIn] }), observe, ghost.id, deadline).ok).toBe(false)
})

test('the attempt itself does not prevent its release; every other reason does', () => {
  const journal = aJournal({ attempts: [anAttempt] })
  expect(stillMayRelease(aGhostPanel({ journal }), auto, ghost.id, deadline).ok).toBe(true)
  expect(stillMayRelease(aGhostPanel({ journal, unsaved: [aCheckIn] }), auto, ghost.id, deadline).ok).toBe(
    false,
  )
})
