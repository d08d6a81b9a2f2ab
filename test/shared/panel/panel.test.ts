import { expect, test } from 'vitest'
import { type CheckIn, presumedIn } from '../../../shared/check-in/check-in.ts'
import { emptyJournal } from '../../../shared/panel/journal.ts'
import type { PanelEvent } from '../../../shared/panel/panel-event.ts'
import { evolve, newPanel, type Panel } from '../../../shared/panel/panel.ts'
import type { Interval } from '../../../shared/time/time.ts'
import { aCheckIn, anOffer, ghost } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, aWindow } from '../../support/builders.ts'
import { asked, endAction, releaseAction, sent, settled, verdictAction } from '../../support/actions.ts'

const booking = aBooking('10:00', '10:30')
const span = ({ start, end }: Interval): Interval => ({ start, end })

const everyEvent: readonly PanelEvent[] = [
  { kind: 'setUp' },
  { kind: 'setUpFailed', problem: { kind: 'keyringLocked' } },
  { kind: 'scheduleAsked' },
  { kind: 'scheduleRead', schedule: { bookings: [booking], readAt: at('10:00'), window: aWindow } },
  { kind: 'scheduleFailed', code: 'unreachable', at: at('10:00') },
  { kind: 'roomRead', room: { name: 'Magnolia' }, at: at('10:00') },
  { kind: 'roomAsked' },
  { kind: 'roomFailed', code: 'unreachable', at: at('10:00') },
  { kind: 'touched', at: at('10:00') },
  { kind: 'action', action: endAction(booking, asked) },
  { kind: 'action', action: endAction(booking, settled({ kind: 'done' }, at('10:00'))) },
  { kind: 'left', booking: booking.id, at: at('10:00') },
  { kind: 'timeLeapt' },
]

test.each(everyEvent.map((event) => [event.kind, event] as const))('%s twice is as once', (_kind, event) => {
  for (const before of [newPanel, aPanel([booking], at('09:59'))]) {
    const once = evolve(before, event)
    expect(evolve(once, event)).toEqual(once)
  }
})

test('counts failures in a row, and forgets them when a reading succeeds', () => {
  const failedAt = (time: string): PanelEvent => ({
    kind: 'scheduleFailed',
    code: 'unreachable',
    at: at(time),
  })
  const twice = evolve(evolve(newPanel, failedAt('10:00')), failedAt('10:01'))
  expect(twice.reading.failure).toEqual({ code: 'unreachable', at: at('10:01'), inARow: 2 })
  const schedule = { bookings: [], readAt: at('10:02'), window: aWindow }
  const read = evolve(twice, { kind: 'scheduleRead', schedule })
  expect(read.reading).toEqual({ asking: false, schedule, firstAt: at('10:02') })
})

const ghostRead = (readAt: string, ...bookings: readonly (typeof booking)[]): PanelEvent => ({
  kind: 'scheduleRead',
  schedule: { bookings, readAt: at(readAt), window: aWindow },
})
const tapped: PanelEvent = { kind: 'checkInTapped', checkIn: aCheckIn }
const kept = (saved?: readonly CheckIn[], isFirst?: true): PanelEvent => ({
  kind: 'journalKept',
  content: { ...emptyJournal, checkIns: [aCheckIn] },
  ...(saved && { saved }),
  ...(isFirst && { isFirst }),
})
const after = (...events: readonly PanelEvent[]) => events.reduce(evolve, aPanel([ghost], at('10:01')))

test('a panel that begins anew keeps the taps that are on no disk, the journal, and who is let in', () => {
  const before = after(kept(), tapped, { kind: 'admin', event: { kind: 'opened' } })
  const { journal, unsaved, admin } = before
  expect(evolve(before, { kind: 'setUp' })).toEqual({ ...newPanel, journal, unsaved, admin })
  expect(unsaved).toEqual([aCheckIn])
})

test('a leap of time ends each offer, and forgets the touch and when the room was asked', () => {
  const before: Panel = { ...after({ kind: 'touched', at: at('10:02') }), offers: [anOffer()] }
  const leapt = evolve(before, { kind: 'timeLeapt' })
  expect(leapt.offers).toEqual([{ ...anOffer(), isBroken: true }])
  expect(leapt).not.toHaveProperty('touchedAt')
  expect(leapt).not.toHaveProperty('roomAskedAt')
  expect(leapt.reading).toEqual({ asking: false, before: before.reading.schedule })
})

test('after a leap back of time what became of a tap is told as of now, and not until it is later', () => {
  const action = endAction(ghost, settled({ kind: 'done' }, at('11:00')))
  const refused = { because: 'unreachable', at: at('11:00') } as const
  const before = after(
    { kind: 'action', action },
    { kind: 'reserving', event: { kind: 'refused', ...refused } },
  )
  const { actions, reserving } = evolve(before, { kind: 'timeLeapt', now: at('10:03') })
  expect(actions).toEqual([{ ...action, at: at('10:03') }])
  expect(reserving.refused).toEqual({ ...refused, at: at('10:03') })
  // By a time that nobody has confirmed it may as well be the earlier one that is wrong.
  const inDoubt = evolve(before, { kind: 'timeLeapt' })
  expect([inDoubt.actions, inDoubt.reserving]).toEqual([before.actions, before.reserving])
})

test('a picture without a button leaves the panel the very same', () => {
  const panel = after()
  expect(evolve(panel, { kind: 'painted', checkIns: [], at: at('10:02'), elapsed: 1 })).toBe(panel)
})

test.each([
  [{ kind: 'rulesChanged' }, 'other rules'],
  [{ kind: 'pageLost' }, 'a page that is gone'],
] as const)('%o makes everything be looked at anew: %s', (event, _what) => {
  const panel = after()
  expect(evolve(panel, event)).not.toBe(panel)
  expect(evolve(panel, event)).toEqual(panel)
})

test('a tap waits for the disk until the disk has that very tap', () => {
  const presumed = presumedIn(aBooking('11:00', '12:00'), at('10:01'))
  const waiting = after(tapped, { kind: 'presumed', checkIns: [presumed] })
  expect(evolve(waiting, kept()).unsaved).toEqual([aCheckIn, presumed])
  expect(evolve(waiting, kept([aCheckIn])).unsaved).toEqual([presumed])
})

test('a first start is known from the first read of the journal on, and stays known', () => {
  expect(after(kept())).not.toHaveProperty('isFirstStart')
  const first = after(kept(undefined, true))
  expect(first.isFirstStart).toBe(true)
  expect(evolve(first, kept()).isFirstStart).toBe(true)
})

test('the last action of each kind is known, the one that something happened to last', () => {
  const begun = after(
    { kind: 'action', action: releaseAction(ghost, asked) },
    { kind: 'action', action: endAction(ghost, asked) },
    { kind: 'action', action: releaseAction(ghost, sent) },
  )
  expect(begun.actions).toEqual([endAction(ghost, asked), releaseAction(ghost, sent)])
})

test('a verdict is known as long as the menu is open', () => {
  const verdict: PanelEvent = { kind: 'action', action: verdictAction(ghost, 'decline', sent) }
  const open: readonly PanelEvent[] = [
    { kind: 'admin', event: { kind: 'knocked' } },
    { kind: 'admin', event: { kind: 'opened' } },
  ]
  expect(after(...open, verdict).actions).toHaveLength(1)
  expect(after(...open, verdict, { kind: 'admin', event: { kind: 'diagnosing' } }).actions).toHaveLength(1)
  expect(after(...open, verdict, { kind: 'admin', event: { kind: 'left' } }).actions).toEqual([])
  expect(after(verdict).actions).toEqual([])
})

test('a reading takes the check-in along with a booking that was extended, and leaves the others', () => {
  const longer = { ...ghost, end: at('11:30') }
  const panel = after(kept())
  expect(evolve(panel, ghostRead('10:05', longer)).unsaved).toEqual([{ ...aCheckIn, end: at('11:30') }])
  expect(evolve(panel, ghostRead('10:05', ghost)).unsaved).toBe(panel.unsaved)
})

const moved = aBooking('10:30', '11:30', { meeting: ghost.meeting })
const recalled: PanelEvent = {
  kind: 'recalled',
  recalled: { readAt: at('10:00'), bookings: [ghost], titles: new Map() },
  room: {},
}

test.each<[string, PanelEvent[]]>([
  ['before the first reading', [recalled, kept(), ghostRead('10:05', moved)]],
  ['after the first reading', [recalled, ghostRead('10:05', moved), kept()]],
  ['after two readings', [recalled, ghostRead('10:05', ghost), ghostRead('10:06', moved), kept()]],
  ['after the panel’s own first reading', [ghostRead('10:05', ghost), ghostRead('10:06', moved), kept()]],
])('a check-in in a journal that is read %s follows its booking', (_when, events) => {
  const panel = events.reduce(evolve, newPanel)
  expect(panel.unsaved).toEqual([{ ...aCheckIn, ...span(moved), booking: moved.id }])
  expect(panel).not.toHaveProperty('recalled')
})

test.each<[string, PanelEvent[]]>([
  ['after a leap of time', [{ kind: 'timeLeapt' }]],
  ['after two of them', [{ kind: 'timeLeapt' }, { kind: 'timeLeapt' }]],
])('a booking that was extended %s takes its check-in along', (_when, events) => {
  const extended = ghostRead('10:05', { ...ghost, end: at('11:30') })
  expect(after(kept(), ...events, extended).unsaved).toEqual([{ ...aCheckIn, end: at('11:30') }])
})

test('a reading follows on the one before, not on the one before that', () => {
  const before = after(kept(), { kind: 'timeLeapt' }, ghostRead('10:02'))
  const dragged = aBooking('10:10', '11:10', { meeting: ghost.meeting })
  expect(evolve(before, ghostRead('10:05', dragged)).unsaved).toEqual([])
})

test('the check-in of people who have left ends with that', () => {
  const { unsaved } = after(kept(), { kind: 'left', booking: ghost.id, at: at('10:20') })
  expect(unsaved).toEqual([{ ...aCheckIn, end: at('10:20') }])
})

test('a journal that failed keeps what is known of it, and one that was never read is unreadable', () => {
  const content = { ...emptyJournal, checkIns: [aCheckIn] }
  expect(after(kept(), { kind: 'journalFailed' }).journal).toEqual({ kind: 'failed', content })
  expect(evolve(newPanel, { kind: 'journalFailed' }).journal).toEqual({ kind: 'unreadable' })
})
