import { plainLook } from '../../shared/appearance/appearance.ts'
import { type Booking, bookingIdOf } from '../../shared/booking/booking.ts'
import { emptyJournal } from '../../shared/panel/journal.ts'
import { newPanel, type Panel } from '../../shared/panel/panel.ts'
import type { Place } from '../../shared/reading/cached-schedule.ts'
import type { Policy } from '../../shared/release/policy.ts'
import { noBooking } from '../../shared/reserving/booking-rules.ts'
import { type Reservation, reservationIdOf } from '../../shared/reserving/reservation.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { hours, type Instant, instantOf, minutes, plus } from '../../shared/time/time.ts'

/** The start of Monday 2026-10-12 in Shanghai, which is at 16:00Z the day before. */
export const midnight = instantOf(Date.UTC(2026, 9, 11, 16))

/** A moment of that Monday in Shanghai, as `10:05` or `10:05:30`. */
export function at(time: string): Instant {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  return plus(midnight, ((hour * 60 + minute) * 60 + second) * 1000)
}

/** A booking of that day, made by Lin Xiaoyu. */
export function aBooking(from: string, to: string, over: Partial<Booking> = {}): Booking {
  const meeting = over.meeting ?? `meeting-${from}`
  return {
    id: bookingIdOf(`${meeting}/0/${at(from) / 1000}`),
    meeting,
    start: at(from),
    end: at(to),
    organizer: { name: 'Lin Xiaoyu' },
    ...over,
  }
}

/** That a visitor has booked this at the door, at its start, for now. */
export function aReservation({ meeting, start, end }: Booking, over: Partial<Reservation> = {}): Reservation {
  return {
    id: reservationIdOf(`reservation of ${meeting}`),
    room: aPlace.roomId,
    wish: 'now',
    at: start,
    start,
    end,
    state: { kind: 'booked', entry: { name: `event of ${meeting}`, meeting }, at: start },
    ...over,
  }
}

/** That day with the days before and after. */
export const aWindow = { start: plus(midnight, -hours(24)), end: plus(midnight, hours(48)) }

/** A panel that read these bookings at `readAt`. */
export function aPanel(bookings: readonly Booking[], readAt: Instant): Panel {
  return {
    ...newPanel,
    roomReading: { asking: false, readAt },
    journal: { kind: 'kept', content: emptyJournal },
    reading: { asking: false, schedule: { bookings, readAt, window: aWindow } },
  }
}

/** Check-in from five minutes before the start, release ten minutes after it. */
export const auto: Policy = {
  mode: 'auto',
  opensBefore: minutes(5),
  grace: minutes(10),
  exemptFrom: hours(8),
  exempt: [],
  follower: false,
}

/** The same rules in the mode observe: no booking is released. */
export const observe: Policy = { ...auto, mode: 'observe' }

/** The second panel of the room. */
export const follower: Policy = { ...auto, follower: true }

/** The door asks for no check-ins. */
export const off: Policy = { ...auto, mode: 'off' }

export const someRules: PanelRules = {
  locale: 'en-US',
  locales: [],
  timeZone: 'Asia/Shanghai',
  showTitle: true,
  showOrganizer: true,
  look: plainLook,
  isRestartHour: false,
  policy: off,
  booking: noBooking,
  today: { start: midnight, end: plus(midnight, hours(24)) },
  office: { start: plus(midnight, hours(8)), end: plus(midnight, hours(20)) },
  interval: 240_000,
  boundaries: 'all',
  touches: 'all',
  roomInterval: 288_000,
  freshFor: 300_000,
  roomFreshFor: 348_000,
  isOpen: true,
  intervalEnds: plus(midnight, hours(24)),
}

export const aPlace: Place = {
  source: 'https://open.feishu.cn',
  account: 'cli_a1b2c3d4e5f60718',
  roomId: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  timeZone: 'Asia/Shanghai',
  showTitle: true,
  showOrganizer: true,
}
