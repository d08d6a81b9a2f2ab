import { type Booking, bookingIdOf } from '../../shared/booking/booking.ts'
import type { Occupancy } from '../../shared/occupancy/occupancy.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { days, type Instant, instantOf, plus } from '../../shared/time/time.ts'

/** A time of Monday 23 November 2026 in Shanghai. */
export const at = (time: string): Instant => instantOf(Date.parse(`2026-11-23T${time}:00+08:00`))

export const today = { start: at('00:00'), end: plus(at('00:00'), days(1)) }

export const office = { start: at('08:00'), end: at('20:00') }

export function aBooking(start: string, end: string, organizer?: Booking['organizer']): Booking {
  const id = bookingIdOf(`${start}/0/${at(start) / 1000}`)
  const booking = { id, meeting: start, start: at(start), end: at(end) }
  return organizer === undefined ? booking : { ...booking, organizer }
}

export const standup = aBooking('09:00', '10:00', { name: 'Chen Wei' })
export const review = aBooking('10:30', '11:30', { name: 'Lin Xiaoyu' })
export const critique = aBooking('14:00', '15:00', { name: 'Sato Yui' })

/** 10:48, English, three bookings, fresh. */
export function aSnapshot(occupancy: Occupancy, changes: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    now: at('10:48'),
    rate: 1,
    locale: 'en-US',
    locales: ['zh-CN', 'ja-JP'],
    timeZone: 'Asia/Shanghai',
    appearance: {
      theme: 'dark',
      hourCycle: 24,
      colors: {},
      hasLogo: false,
      hasBackground: false,
      isDimmed: false,
    },
    room: { name: 'Magnolia', capacity: 8 },
    tablet: { name: 'tablet-7', code: 'K7M2QX', version: '0.1.0' },
    occupancy,
    connection: { kind: 'live', readAt: at('10:47') },
    today,
    office,
    bookings: [standup, review, critique],
    checkIns: [],
    actions: [],
    reserving: { kind: 'none' },
    bookable: [],
    bookingNeedsPin: false,
    mayFindRooms: false,
    admin: { kind: 'none' },
    ...changes,
  }
}

export const checkInOpen = (changes: Partial<Snapshot> = {}): Snapshot =>
  aSnapshot({ kind: 'checkInOpen', booking: review }, { now: at('10:26'), checkIns: [review], ...changes })

/** 10:33, and at 10:40 the room is given back. */
export const awaiting = (changes: Partial<Snapshot> = {}): Snapshot =>
  aSnapshot(
    { kind: 'awaitingCheckIn', booking: review, until: review.end, releaseAt: at('10:40') },
    { now: at('10:33'), checkIns: [review], ...changes },
  )

export const inUse = (changes: Partial<Snapshot> = {}): Snapshot =>
  aSnapshot({ kind: 'inUse', booking: review, until: review.end }, changes)
