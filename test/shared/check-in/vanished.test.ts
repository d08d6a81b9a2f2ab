import { expect, test } from 'vitest'
import { freshMenu } from '../../../shared/admin/admin.ts'
import type { Booking } from '../../../shared/booking/booking.ts'
import { isStill } from '../../../shared/booking/still-listed.ts'
import { checkInTo, presumedIn } from '../../../shared/check-in/check-in.ts'
import { lacksRunning } from '../../../shared/check-in/vanished.ts'
import { evolve, newPanel, type Panel } from '../../../shared/panel/panel.ts'
import { showable } from '../../../shared/reading/cached-schedule.ts'
import { aJournal, ghost } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, aWindow } from '../../support/builders.ts'
import {
  asked,
  checkInAction,
  endAction,
  releaseAction,
  sent,
  settled,
  verdictAction,
} from '../../support/actions.ts'

const other = aBooking('12:00', '13:00')
const renamed = aBooking('10:10', '11:10', { meeting: ghost.meeting })
const stranger = aBooking('10:40', '11:10')
const running = (over: Partial<Panel> = {}): Panel => ({ ...aPanel([ghost, other], at('10:29')), ...over })

const settledAs = <Outcome>(outcome: Outcome) => settled(outcome, at('10:29'))
const declined = (booking: Booking) => verdictAction(booking, 'decline', settledAs({ kind: 'done' } as const))

test.each<[string, readonly Booking[], string, Partial<Panel>?]>([
  ['the list is empty', [], '10:30'],
  ['the list has only a later one', [other], '10:30'],
  ['the list has only a stranger that comes', [stranger], '10:30'],
  ['people ended another one', [], '10:30', { actions: [endAction(other, sent)] }],
  ['people are about to end it', [], '10:30', { actions: [endAction(ghost, asked)] }],
  [
    'people wanted to end it in vain',
    [],
    '10:30',
    { actions: [endAction(ghost, settledAs({ kind: 'refused', reason: 'unreachable' }))] },
  ],
  [
    'people seemed to end it before the last reading, which has it',
    [],
    '10:30',
    { actions: [endAction(ghost, settled({ kind: 'uncertain' } as const, at('10:20')))] },
  ],
  ['the panel looks before it releases it', [], '10:30', { actions: [releaseAction(ghost, asked)] }],
  [
    'the panel kept it',
    [],
    '10:30',
    { actions: [releaseAction(ghost, settledAs({ kind: 'kept', because: 'touched' }))] },
  ],
  [
    'the panel would have released it',
    [],
    '10:30',
    { actions: [releaseAction(ghost, settledAs({ kind: 'observed' }))] },
  ],
  ['the panel releases another one', [], '10:30', { actions: [releaseAction(other, sent)] }],
  ['an administrator declined another one', [], '10:30', { actions: [declined(other)] }],
  ['an administrator looks around', [], '10:30', { admin: freshMenu }],
  [
    'an administrator is about to decline it',
    [],
    '10:30',
    { actions: [verdictAction(ghost, 'decline', asked)] },
  ],
  [
    'people are checked in to it',
    [],
    '10:30',
    { actions: [checkInAction(ghost, settledAs({ kind: 'done' }))] },
  ],
])('a running booking is missing without a reason when %s', (_when, bookings, time, over) => {
  expect(lacksRunning(running(over), bookings, at(time))).toBe(true)
})

test.each<[string, readonly Booking[], string, Partial<Panel>?]>([
  ['it is there', [ghost, other], '10:30'],
  ['it is there with a later one', [ghost, other], '10:59:59'],
  ['it would be over', [], '11:00'],
  ['it would not have begun', [], '09:59:59'],
  ['another one runs', [aBooking('10:20', '10:40')], '10:30'],
  [
    'it goes by another name, later',
    [aBooking('10:31', '11:10', { meeting: ghost.meeting }), other],
    '10:30',
  ],
  ['people ended it', [], '10:30', { actions: [endAction(ghost, sent)] }],
  ['people have ended it', [], '10:30', { actions: [endAction(ghost, settledAs({ kind: 'done' }))] }],
  ['the panel releases it', [], '10:30', { actions: [releaseAction(ghost, sent)] }],
  [
    'the panel released it',
    [],
    '10:30',
    { actions: [releaseAction(ghost, settledAs({ kind: 'released' }))] },
  ],
  ['an administrator declined it', [], '10:30', { actions: [declined(ghost)] }],
])('no running booking is missing without a reason when %s', (_when, bookings, time, over) => {
  expect(lacksRunning(running(over), bookings, at(time))).toBe(false)
})

test.each([
  [
    'a next one that people are checked in to',
    aJournal({ checkIns: [checkInTo(other, at('11:56'))] }),
    [],
    true,
  ],
  [
    'that one, also while another one runs',
    aJournal({ checkIns: [checkInTo(other, at('11:56'))] }),
    [ghost],
    true,
  ],
  ['a next one that nobody is checked in to', aJournal({}), [ghost], false],
])('a reading lacks %s', (_which, journal, bookings, isLacking) => {
  expect(lacksRunning(running({ journal }), bookings, at('10:30'))).toBe(isLacking)
})

test('a leap of the clock is no reason for a booking to vanish', () => {
  expect(lacksRunning(evolve(running(), { kind: 'timeLeapt' }), [], at('10:30'))).toBe(true)
})

const recalledWith = (bookings: readonly Booking[], isUncertain: boolean): Panel =>
  evolve(newPanel, {
    kind: 'recalled',
    recalled: { bookings, readAt: at('09:00'), titles: new Map(), ...(isUncertain && { isUncertain }) },
    room: newPanel.room,
  })

test.each([false, true])(
  'a restart is no reason for a booking to vanish that the panel before read, its age in doubt: %s',
  (isUncertain) => {
    const begun = recalledWith([ghost, other], isUncertain)
    expect(showable(begun.recalled) === undefined).toBe(isUncertain)
    expect(lacksRunning(begun, [], at('10:30'))).toBe(true)
    expect(lacksRunning(evolve(begun, { kind: 'timeLeapt' }), [], at('10:30'))).toBe(true)
    expect(lacksRunning(begun, [ghost], at('10:30'))).toBe(false)
  },
)

test('a booking that the panel before read, and that is back after an empty reading, is not listed anew', () => {
  const begun = recalledWith([ghost], true)
  const read = (panel: Panel, bookings: readonly Booking[], time: string): Panel =>
    evolve(panel, { kind: 'scheduleRead', schedule: { bookings, readAt: at(time), window: aWindow } })
  expect(read(read(begun, [], '09:50'), [ghost], '09:58').reading.listed).toBeUndefined()
  expect(read(read(newPanel, [], '09:50'), [ghost], '09:58').reading.listed?.get(ghost.id)).toBe(at('09:58'))
})

test('a panel that begins again in the same room knows which booking runs, and in another room knows none', () => {
  expect(lacksRunning(evolve(running(), { kind: 'setUp', isSameRoom: true }), [], at('10:30'))).toBe(true)
  expect(lacksRunning(evolve(running(), { kind: 'setUp' }), [], at('10:30'))).toBe(false)
})

test('the first reading of a panel lacks a booking that the journal has people in', () => {
  const panelWith = (journal: Panel['journal']): Panel => ({ ...newPanel, journal })
  const inside = panelWith(aJournal({ checkIns: [checkInTo(ghost, at('10:02'))] }))
  const presumed = panelWith(aJournal({ checkIns: [presumedIn(ghost, at('10:02'))] }))
  expect(lacksRunning(inside, [], at('09:58'))).toBe(true)
  expect(lacksRunning(inside, [], at('10:30'))).toBe(true)
  expect(lacksRunning(inside, [stranger], at('10:45'))).toBe(false)
  expect(lacksRunning(inside, [], at('11:00'))).toBe(false)
  expect(lacksRunning(presumed, [], at('10:30'))).toBe(false)
})

test('the first reading lacks no booking', () => {
  expect(lacksRunning(newPanel, [], at('10:30'))).toBe(false)
})

test.each([
  ['itself', ghost, [ghost], true],
  ['itself, though it was moved away', { ...ghost, start: at('15:00'), end: at('16:00') }, [ghost], true],
  ['one of its meeting that appeared since', renamed, [ghost], true],
  ['one of its meeting that was beside it before', renamed, [ghost, renamed], false],
  [
    'one of its meeting at another time',
    aBooking('11:00', '12:00', { meeting: ghost.meeting }),
    [ghost],
    false,
  ],
  ['one of another meeting at its time', aBooking('10:10', '10:50'), [ghost], false],
])('of a later reading this booking is %s: %#', (_which, later, before, still) => {
  expect(isStill(ghost, before)(later)).toBe(still)
})
