import { freshMenu } from '../../shared/admin/admin.ts'
import { type Booking, bookingIdOf } from '../../shared/booking/booking.ts'
import { plus, seconds } from '../../shared/time/time.ts'
import { aBooking, aSnapshot, at, critique, inUse, review, standup } from '../renderer/snapshots.ts'
import { scene } from './scene.ts'
import { releaseAction, settled } from '../support/actions.ts'

const longName = aBooking('10:30', '11:30', {
  name: 'Maximiliane-Henriette von Wallenstein-Hohenberg zu Rabenau, Vorstandsassistenz',
})
const arabic = aBooking('14:00', '15:00', { name: 'عبد الرحمن بن محمد الخالدي' })
const emoji = aBooking('16:00', '17:30', { name: '👩‍🔬 研究開発部・次世代ディスプレイ評価チーム 佐々木' })
const longRoom = { name: '北楼 12 层 · 玉兰厅（Magnolia Executive Boardroom North）', capacity: 24 }

/** 44 letters, and 23 Chinese ones: on a common screen just more than a line of the next booking holds beside its organiser. */
const longNext = { ...critique, title: 'Quarterly platform reliability review (east)' }
const longNextZh = { ...critique, title: '第四季度平台稳定性与容量规划联合评审会议东区场' }

/** A name that breaks nowhere, as an address does. */
const address = 'https://wiki.example.com/'.padEnd(180, 'reliability_review_')
const unbroken = (booking: Booking): Booking => ({ ...booking, title: address, organizer: { name: address } })
const justAfter = unbroken(aBooking('11:30', '12:30'))

/** A dozen meetings at once; and an hour full of bookings of some seconds. */
const atOnce = Array.from({ length: 12 }, (_, index) =>
  named(aBooking('13:00', '15:00', { name: 'Ana' }), index),
)
const inAnHour = Array.from({ length: 200 }, (_, index) => {
  const start = plus(at('16:00'), seconds(18 * index))
  return { ...named(critique, index), start, end: plus(start, seconds(18)) }
})

function named(booking: Booking, index: number): Booking {
  return { ...booking, id: bookingIdOf(`${index}/${booking.start}`) }
}

/** Names that are longer, and bookings that are more, than any place that a screen has for them. */
export const longScenes = {
  'long-names': scene(
    aSnapshot(
      { kind: 'inUse', booking: longName, until: longName.end },
      { room: longRoom, bookings: [standup, longName, arabic, emoji] },
    ),
    { isLong: true },
  ),
  'right-to-left': scene(
    aSnapshot(
      { kind: 'free', until: arabic.start },
      { now: at('11:42'), room: { name: 'قاعة الياسمين', capacity: 8 }, bookings: [standup, arabic, emoji] },
    ),
    { isLong: true },
  ),
  'rtl-free': scene(
    aSnapshot(
      { kind: 'free', until: arabic.start },
      {
        now: at('11:42'),
        room: { name: 'יסמין', capacity: 8 },
        bookings: [standup, arabic, critique],
        locales: ['en-US'],
      },
    ),
    { trialLocale: 'he-IL', isLong: true },
  ),
  'rtl-in-use': scene(inUse({ bookings: [standup, review, arabic] }), {
    trialLocale: 'he-IL',
    taps: ['end-meeting'],
  }),
  'rtl-admin': scene(inUse({ bookings: [standup, review, arabic], admin: freshMenu }), {
    trialLocale: 'he-IL',
    isLong: true,
  }),
  'rtl-languages': scene(inUse({ bookings: [standup, review, arabic] }), {
    trialLocale: 'he-IL',
    taps: ['language'],
  }),
  'long-next': scene(
    aSnapshot({ kind: 'free', until: critique.start }, { now: at('11:42'), bookings: [standup, longNext] }),
    { isLong: true },
  ),
  'long-next-zh': scene(inUse({ bookings: [standup, review, longNextZh, emoji] }), { isLong: true }),
  'long-unbroken': scene(
    inUse({
      now: at('11:26'),
      room: { name: address, capacity: 24, place: [address] },
      occupancy: { kind: 'inUse', booking: unbroken(review), until: review.end },
      bookings: [standup, unbroken(review), justAfter],
      checkIns: [justAfter, unbroken(review)],
    }),
    { isLong: true },
  ),
  overcrowded: scene(inUse({ bookings: [standup, review, ...atOnce, ...inAnHour] }), { isLong: true }),
  'long-notice': scene(
    aSnapshot(
      { kind: 'free', until: critique.start },
      {
        now: at('10:41'),
        bookings: [standup, unbroken(critique)],
        actions: [releaseAction(unbroken(review), settled({ kind: 'released' }, at('10:40')))],
      },
    ),
    { isLong: true },
  ),
}
