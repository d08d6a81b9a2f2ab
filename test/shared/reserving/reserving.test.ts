import { expect, test } from 'vitest'
import { type Booking, bookingIdOf } from '../../../shared/booking/booking.ts'
import { checkInsAt } from '../../../shared/check-in/check-in-at.ts'
import { occupancyAt } from '../../../shared/occupancy/occupancy-at.ts'
import { mayRelease } from '../../../shared/release/may-release.ts'
import type { RoomToBook } from '../../../shared/reserving/bookable-lengths.ts'
import { extensionsOf } from '../../../shared/reserving/extensions.ts'
import { putBack } from '../../../shared/reserving/put-back.ts'
import {
  type Reservation,
  reservationIdOf,
  type ReservationState,
} from '../../../shared/reserving/reservation.ts'
import { bookedIn, marked, type Reserving } from '../../../shared/reserving/reserving.ts'
import { reservingWordAt } from '../../../shared/reserving/reserving-word.ts'
import type { Wish } from '../../../shared/reserving/wish.ts'
import { minutes } from '../../../shared/time/time.ts'
import { aGhostPanel, deadline, ghost } from '../../support/a-ghost.ts'
import { aBooking, aPanel, aReservation, at, auto, aWindow, off, someRules } from '../../support/builders.ts'

/** Law 6 of booking; the journal that had their check-in may be lost. */
test.each<[Wish['kind'], boolean]>([
  ['now', false],
  ['extend', false],
  ['startEarly', false],
  ['takeBack', false],
  ['later', true],
  ['elsewhere', true],
])('what was booked by the wish %s, with no check-in in the journal, may be released: %s', (wish, may) => {
  const panel = aGhostPanel({ reserving: { reservations: [aReservation(ghost, { wish })] } })
  expect(mayRelease(panel, auto, ghost.id, deadline)).toMatchObject(
    may ? { ok: true } : { error: 'checkedIn' },
  )
  expect(checkInsAt(panel, auto, at('10:05'))).toEqual(may ? [ghost] : [])
})

test('whoever starts early has come for the booking that follows, too', () => {
  const early = aReservation(aBooking('09:00', '10:00'), { wish: 'startEarly' })
  const panelWith = (over: Partial<Reservation>) =>
    aGhostPanel({ reserving: { reservations: [{ ...early, ...over }] } })
  expect(mayRelease(panelWith({}), auto, ghost.id, deadline)).toMatchObject({ error: 'checkedIn' })
  expect(mayRelease(panelWith({ wish: 'now' }), auto, ghost.id, deadline).ok).toBe(true)
  expect(mayRelease(panelWith({ end: at('09:59') }), auto, ghost.id, deadline).ok).toBe(true)
})

const meeting = aBooking('09:00', '10:00')
const extension = aBooking('10:00', '10:30', { meeting: 'extension' })
const entry = { name: 'event', meeting: extension.meeting }
const ended = { entry, because: 'ended', at: at('09:30'), tries: 3 } as const
const extended = (state: ReservationState): Reservation => aReservation(extension, { wish: 'extend', state })

/** A room whose meeting and extension last until 10:30. */
const extendable: RoomToBook = {
  schedule: { bookings: [meeting, extension], window: aWindow },
  room: {},
  rules: {
    ...someRules.booking,
    who: 'everyone',
    extensions: 1,
    longestExtension: minutes(30),
    longestOfDay: minutes(240),
  },
  limits: {},
  bookedOfDay: 0,
  today: someRules.today,
}

test.each<[string, ReservationState, boolean]>([
  ['it is booked', { kind: 'booked', entry, at: at('09:20') }, true],
  ['it goes with its meeting', { kind: 'cleaning', ...ended }, true],
  ['the calendar keeps it though its meeting was ended', { kind: 'uncertain', ...ended }, true],
  ['it is gone', { kind: 'gone', because: 'ended', at: at('09:31') }, false],
  ['the room never took it', { kind: 'uncertain', ...ended, because: 'declined' }, false],
])('an extension has the room while %s', (_while, state, has) => {
  const reservations = [extended(state)]
  expect(bookedIn({ reservations }, someRules.today)).toBe(has ? minutes(30) : 0)
  expect(marked({ reservations }, extension).isFromDoor ?? false).toBe(has)
  expect(extensionsOf(extendable, reservations, at('10:10')).length).toBe(has ? 0 : 2)
})

test('a meeting that lasts until midnight is not extended, for tomorrow’s hours are not known', () => {
  const until = (end: string) => ({ ...extendable.today, end: at(end) })
  const offeredUntil = (end: string): number =>
    extensionsOf({ ...extendable, today: until(end) }, [], at('10:10')).length
  expect([offeredUntil('10:31'), offeredUntil('10:30')]).toEqual([2, 0])
})

const soon = aBooking('10:00', '10:15', { meeting: 'soon' })
const bookedAt = (time: string): ReservationState => ({
  kind: 'booked',
  entry: { name: 'event', meeting: soon.meeting },
  at: at(time),
})

test.each<[string, string, string, Partial<Reservation>, Booking]>([
  ['a booking for now that begins with the next minute', '09:59:40', 'inUse', {}, soon],
  ['the same by a clock that was put back', '09:30', 'free', {}, soon],
  ['a booking for later', '09:59:40', 'free', { wish: 'later' }, soon],
  ['one for now that people have moved', '09:59:40', 'free', {}, { ...soon, start: at('10:05') }],
  ['an extension of long ago', '09:59:40', 'free', { wish: 'extend', state: bookedAt('09:30') }, soon],
  ['a booking of somebody else', '09:59:40', 'free', {}, { ...soon, meeting: 'another' }],
])('%s shows at %s: %s', (_what, time, kind, over, listed) => {
  const reservation = aReservation(soon, { state: bookedAt('09:59:30'), ...over })
  const panel = { ...aPanel([listed], at('09:29')), reserving: { reservations: [reservation] } }
  expect(occupancyAt(panel, at(time), minutes(60), off).kind).toBe(kind)
})

test('a booking for now is shown beside another door’s for the same time, which the room has not declined yet', () => {
  const other = { ...soon, id: bookingIdOf('other/0/1'), meeting: 'other' }
  const reservation = aReservation(soon, { state: bookedAt('09:59:30') })
  const panel = { ...aPanel([other, soon], at('09:29')), reserving: { reservations: [reservation] } }
  const shown = occupancyAt(panel, at('09:59:40'), minutes(60), off)
  expect(shown).toMatchObject({ kind: 'inUse', booking: soon })
})

/** By the clock with which the tablet woke it is an hour later. */
const refusedAhead: Reserving = { reservations: [], refused: { because: 'unreachable', at: at('11:00') } }

test('after the clock was put back a refusal is told for its time, and hides no booking of later', () => {
  const wordAt = (reserving: Reserving, time: string) => reservingWordAt(reserving, at(time)).kind
  const leapt = putBack(refusedAhead, at('10:00'))
  expect([wordAt(leapt, '10:00:29'), wordAt(leapt, '10:00:30')]).toEqual(['notBooked', 'none'])
  const booked = { ...leapt, reservations: [aReservation(soon, { state: bookedAt('10:05') })] }
  expect([wordAt(booked, '10:05'), wordAt(booked, '10:06')]).toEqual(['booked', 'none'])
})

test('after the clock was put back what the disk has of a time to come is told no more, and the rest as before', () => {
  const ahead = aReservation(soon, { id: reservationIdOf('ahead'), state: bookedAt('11:00') })
  const known = aReservation(soon, { id: reservationIdOf('known'), state: bookedAt('09:59:55') })
  const leapt = putBack({ reservations: [known, ahead] }, at('10:00'))
  expect(reservingWordAt(leapt, at('10:00'))).toMatchObject({ kind: 'booked', at: at('09:59:55') })
  expect(reservingWordAt(leapt, at('11:00'))).toEqual({ kind: 'none' })
})
