import { aBooking, aSnapshot, at, critique, standup } from '../renderer/snapshots.ts'
import type { Bookable } from '../../shared/reserving/wish.ts'
import { minutes, plus } from '../../shared/time/time.ts'
import { scene } from './scene.ts'

const now = at('11:42')
const lengths: readonly Bookable[] = [
  { wish: { kind: 'now', length: 15 }, start: now, end: at('11:57') },
  { wish: { kind: 'now', length: 30 }, start: now, end: at('12:12') },
  { wish: { kind: 'now', length: 45 }, start: now, end: at('12:27') },
  { wish: { kind: 'now', length: 60 }, start: now, end: at('12:42') },
  { wish: { kind: 'now', length: 'next' }, start: now, end: critique.start },
]
const gaps = ['12:00', '13:00', '15:00', '18:00'].flatMap((from): readonly Bookable[] =>
  [15, 30, 60].map((length) => ({
    wish: { kind: 'later', start: at(from), length },
    start: at(from),
    end: plus(at(from), minutes(length)),
  })),
)
const bookings = [standup, critique, aBooking('16:00', '17:30', { name: '佐藤 結衣' })]
const bookable = aSnapshot(
  { kind: 'free', until: critique.start },
  {
    now,
    bookings,
    bookable: [...lengths, ...gaps],
  },
)
/** Ten minutes after nobody had checked in to a booking until half past twelve. */
const released = {
  ...bookable,
  bookable: [{ wish: { kind: 'takeBack' }, start: now, end: at('12:30') }, ...bookable.bookable],
} as const
/** The next booking is near. */
const soon = aSnapshot(
  { kind: 'free', until: at('12:10') },
  {
    now,
    bookings: [standup, aBooking('12:10', '13:00', { name: 'Chen Wei' }), critique],
    bookable: [
      ...lengths.slice(0, 1),
      { wish: { kind: 'now', length: 'next' }, start: now, end: at('12:10') },
      { wish: { kind: 'startEarly' }, start: now, end: at('12:10') },
      ...gaps.slice(3),
    ],
  },
)
const running = aBooking('11:00', '12:00', { name: 'Chen Wei' })
const extendable = aSnapshot(
  { kind: 'inUse', booking: running, until: running.end },
  {
    now,
    bookings: [standup, running, critique],
    bookable: [
      { wish: { kind: 'extend', length: 15 }, start: at('12:00'), end: at('12:15') },
      { wish: { kind: 'extend', length: 30 }, start: at('12:00'), end: at('12:30') },
      ...gaps.slice(1),
    ],
  },
)
const sought = { wish: 'now', start: now, end: at('12:12') } as const

/** A room that can be booked at the door, and the answers to a tap on *Book now*. */
export const reserveScenes = {
  'free-bookable': scene(bookable),
  'booking-lengths': scene(bookable, { taps: ['book'] }),
  'gap-lengths': scene(bookable, { taps: ['gap-1'] }),
  'released-bookable': scene(released),
  'start-early': scene(soon),
  extendable: scene(extendable),
  extending: scene({ ...extendable, reserving: { kind: 'reserving' } }),
  'booked-later': scene({
    ...bookable,
    reserving: {
      kind: 'booked',
      sought: { wish: 'later', start: at('15:00'), end: at('15:30') },
      at: at('11:42'),
    },
  }),
  reserving: scene(
    aSnapshot(
      { kind: 'reserving', start: now, end: sought.end },
      { now, bookings, reserving: { kind: 'reserving' } },
    ),
  ),
  'not-booked': scene({
    ...bookable,
    reserving: { kind: 'notBooked', because: 'declined', at: at('11:41') },
  }),
}
