import { aBooking, aSnapshot, at, critique, standup } from '../renderer/snapshots.ts'
import { scene } from './scene.ts'

const now = at('11:42')
const bookings = [standup, critique, aBooking('16:00', '17:30', { name: '佐藤 結衣' })]
const bookable = aSnapshot(
  { kind: 'free', until: critique.start },
  {
    now,
    bookings,
    bookable: [
      { name: 15, start: now, end: at('11:57') },
      { name: 30, start: now, end: at('12:12') },
      { name: 45, start: now, end: at('12:27') },
      { name: 60, start: now, end: at('12:42') },
      { name: 'next', start: now, end: critique.start },
    ],
  },
)
const until = at('12:12')

/** A room that can be booked at the door, and the answers to a tap on *Book now*. */
export const reserveScenes = {
  'free-bookable': scene(bookable),
  'booking-lengths': scene(bookable, { taps: ['book'] }),
  reserving: scene(
    aSnapshot({ kind: 'reserving', until }, { now, bookings, reserving: { kind: 'reserving', until } }),
  ),
  'not-booked': scene({
    ...bookable,
    reserving: { kind: 'notBooked', because: 'declined', at: at('11:41') },
  }),
}
