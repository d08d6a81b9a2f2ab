import { aBooking, aSnapshot, at, critique, standup } from '../renderer/snapshots.ts'
import type { FoundRoom } from '../../shared/reserving/found-rooms.ts'
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
/** The shortest gaps, and one at the end of the drawn day. */
const narrow = {
  ...bookable,
  bookings: [
    standup,
    aBooking('12:00', '12:45', { name: '佐藤 結衣' }),
    aBooking('13:00', '17:45', { name: 'Zhang Hao' }),
  ],
  bookable: ['12:45', '17:45'].map((from): Bookable => ({
    wish: { kind: 'later', start: at(from), length: 'next' },
    start: at(from),
    end: plus(at(from), minutes(15)),
  })),
} as const
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
    mayFindRooms: true,
    now,
    bookings: [standup, running, critique],
    bookable: [
      { wish: { kind: 'extend', length: 15 }, start: at('12:00'), end: at('12:15') },
      { wish: { kind: 'extend', length: 30 }, start: at('12:00'), end: at('12:30') },
      ...gaps.slice(1),
    ],
  },
)
const tower = (floor: string) => ['Shanghai', 'Tower A', floor]
const found: readonly FoundRoom[] = [
  { id: 'omm_2', name: 'Camellia', capacity: 6, place: tower('F3'), floorsUp: 0, freeUntil: at('14:00') },
  { id: 'omm_3', name: 'Osmanthus', capacity: 12, place: tower('F3'), floorsUp: 0 },
  { id: 'omm_4', name: '紫藤', capacity: 4, place: tower('F4'), floorsUp: 1, freeUntil: at('12:30') },
  { id: 'omm_5', name: 'Wisteria', capacity: 8, place: tower('F1'), floorsUp: -2, freeUntil: at('15:00') },
  { id: 'omm_6', name: 'Boardroom', capacity: 20, place: ['Shanghai', 'Tower B', 'F3'] },
  { id: 'omm_7', name: 'Telephone box', capacity: 1, place: ['Shanghai', 'Tower B', 'F5'] },
].map((room) => ({ ...room, start: now, end: at('12:12') }))
const elsewhere = {
  ...extendable,
  found: { kind: 'found', rooms: found, at: now },
  bookable: [
    ...extendable.bookable,
    ...found.map(({ id, start, end }) => ({ wish: { kind: 'elsewhere', room: id }, start, end }) as const),
  ],
} as const
const sought = { wish: 'now', room: 'omm_1', start: now, end: at('12:12') } as const

/** A room that can be booked at the door, and the answers to a tap on *Book now*. */
export const reserveScenes = {
  'free-bookable': scene(bookable),
  'booking-lengths': scene(bookable, { taps: ['book'] }),
  'gap-lengths': scene(bookable, { taps: ['gap-1'] }),
  'narrow-gaps': scene(narrow),
  'released-bookable': scene(released),
  'start-early': scene(soon),
  extendable: scene(extendable),
  'extendable-check-in': scene({ ...extendable, checkIns: [running] }),
  extending: scene({ ...extendable, reserving: { kind: 'reserving' } }),
  'found-rooms': scene(elsewhere, { taps: ['find-room'] }),
  'found-room': scene(elsewhere, { taps: ['find-room', 'found-1'] }),
  'found-none': scene(
    { ...elsewhere, bookable: [], found: { kind: 'found', rooms: [], at: now } },
    { taps: ['find-room'] },
  ),
  'finding-rooms': scene({ ...elsewhere, found: { kind: 'looking' } }, { taps: ['find-room'] }),
  'booking-pin': scene({ ...extendable, bookingNeedsPin: true }, { taps: ['extend-15', 'pin-2', 'pin-4'] }),
  'closed-find-room': scene(
    aSnapshot({ kind: 'outOfService', until: at('18:00') }, { now, bookings, mayFindRooms: true }),
  ),
  'booked-elsewhere': scene({
    ...elsewhere,
    reserving: { kind: 'booked', sought: { ...sought, wish: 'elsewhere', room: 'omm_2' }, at: at('11:42') },
  }),
  'booked-later': scene({
    ...bookable,
    reserving: {
      kind: 'booked',
      sought: { ...sought, wish: 'later', start: at('15:00'), end: at('15:30') },
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
