import { supportPath } from '../../main/window/support-page.ts'
import { locales } from '../../shared/languages/locales.ts'
import { days, plus, seconds } from '../../shared/time/time.ts'
import {
  aBooking,
  aSnapshot,
  at,
  awaiting,
  checkInOpen,
  critique,
  inUse,
  review,
  standup,
  today,
} from '../renderer/snapshots.ts'
import { adminScenes } from './admin-scenes.ts'
import { dayScenes } from './day-scenes.ts'
import { longScenes } from './long-scenes.ts'
import { reserveScenes } from './reserve-scenes.ts'
import { type Scene, scene } from './scene.ts'
import { asked, checkInAction, endAction, releaseAction, sent, settled } from '../support/actions.ts'

const hiring = aBooking('16:00', '17:30', { name: '佐藤 結衣' })
const weekly = aBooking('18:00', '18:30', {})
const day = [standup, review, critique, hiring, weekly]
const withoutReview = [standup, critique, hiring, weekly]
const justAfter = aBooking('11:30', '12:30', { name: 'Sato Yui' })

const crowded = [
  aBooking('07:30', '08:00', { name: 'Ana' }),
  aBooking('08:00', '08:15', { name: 'Chen Wei' }),
  aBooking('08:15', '09:00', { name: 'Lin Xiaoyu' }),
  aBooking('09:00', '10:30', { name: 'Sato Yui' }),
  aBooking('10:00', '11:30', { name: 'Priya Raman' }),
  aBooking('11:30', '12:00'),
  aBooking('12:00', '12:30', {}),
  aBooking('12:30', '14:00', { name: 'Ola Nordmann' }),
  aBooking('14:00', '14:30', { name: 'Chen Wei' }),
  aBooking('14:30', '15:00', { name: 'Yuki' }),
  aBooking('15:00', '19:30', { name: 'Quarterly planning' }),
]

const tomorrow = [standup, critique].map((booking) => ({
  ...booking,
  start: plus(booking.start, days(1)),
  end: plus(booking.end, days(1)),
}))
const [firstTomorrow] = tomorrow

const faults = [
  { path: 'room.id', rule: 'roomId' },
  { path: 'feishu.origin', rule: 'origin' },
  { path: 'checkIn.graceMinutes', rule: 'range' },
  { path: 'officeHours.from', rule: 'timeOfDay' },
  { path: 'budgt', rule: 'unknownKey' },
  { path: 'locale', rule: 'choice' },
] as const

const plain = inUse().appearance
const dimmed = { ...plain, isDimmed: true }
/** A house with its own colours, a logo and a picture. */
const branded = {
  ...plain,
  colors: { free: '#ffe08a', inUse: '#3a2a6b' },
  hasLogo: true,
  hasBackground: true,
}

const settledAt = at('10:47')

export const scenes = {
  free: scene(
    aSnapshot({ kind: 'free', until: critique.start }, { now: at('11:42'), bookings: withoutReview }),
  ),
  'free-all-day': scene(aSnapshot({ kind: 'free' }, { now: at('08:12'), bookings: [] })),
  'free-tomorrow': scene(
    aSnapshot(
      { kind: 'free', ...(firstTomorrow && { until: firstTomorrow.start }) },
      { now: at('20:24'), bookings: [...day, ...tomorrow] },
    ),
  ),
  'given-back': scene(
    aSnapshot(
      { kind: 'free', until: critique.start },
      {
        now: at('10:41'),
        bookings: withoutReview,
        actions: [releaseAction(review, settled({ kind: 'released' }, at('10:40')))],
      },
    ),
  ),
  'check-in-open': scene(checkInOpen({ bookings: day })),
  awaiting: scene(awaiting({ bookings: day })),
  'keeping-nothing': scene(checkInOpen({ bookings: day, isKeepingNothing: true })),
  'last-minute': scene(awaiting({ now: plus(at('10:40'), -seconds(42)), bookings: day })),
  'giving-back': scene(
    awaiting({
      now: at('10:40'),
      bookings: day,
      checkIns: [],
      actions: [releaseAction(review, sent)],
    }),
  ),
  observed: scene(
    awaiting({ occupancy: { kind: 'awaitingCheckIn', booking: review, until: review.end }, bookings: day }),
  ),
  'in-use': scene(inUse({ bookings: day })),
  'checked-in': scene(
    inUse({
      now: at('10:33'),
      bookings: day,
      actions: [checkInAction(review, settled({ kind: 'done' }, at('10:33')))],
    }),
  ),
  'ends-soon': scene(
    inUse({ now: at('11:26'), bookings: [standup, review, justAfter, hiring], checkIns: [justAfter] }),
  ),
  'two-check-ins': scene(
    inUse({
      now: at('11:26'),
      bookings: [standup, review, justAfter, hiring],
      checkIns: [justAfter, review],
    }),
  ),
  languages: scene(checkInOpen({ bookings: day, locales: [...locales] }), { taps: ['language'] }),
  'one-other-language': scene(inUse({ bookings: day, locales: ['zh-CN', 'en-US'] })),
  'twelve-hours': scene(
    inUse({ bookings: day, now: at('10:48'), appearance: { ...inUse().appearance, hourCycle: 12 } }),
  ),
  'end-question': scene(inUse({ bookings: day }), { taps: ['end-meeting'] }),
  ending: scene(inUse({ bookings: day, actions: [endAction(review, asked)] })),
  'not-ended': scene(
    inUse({
      bookings: day,
      actions: [endAction(review, settled({ kind: 'refused', reason: 'seriesUnknown' }, settledAt))],
    }),
  ),
  'maybe-ended': scene(
    inUse({
      bookings: day,
      actions: [endAction(review, settled({ kind: 'uncertain' }, settledAt))],
    }),
  ),
  titled: scene(
    inUse({
      occupancy: { kind: 'inUse', booking: { ...review, title: 'Design review' }, until: review.end },
      room: { name: 'Magnolia', capacity: 8, place: ['North building', '12F'] },
      bookings: [
        standup,
        { ...review, title: 'Design review' },
        { ...critique, title: '产品评审 · Q4' },
        { ...hiring, title: '採用面接（二次）' },
        weekly,
      ],
    }),
  ),
  ...adminScenes(day),
  stale: scene(inUse({ bookings: day, connection: { kind: 'offline', readAt: at('10:41') } })),
  unknown: scene(
    aSnapshot(
      { kind: 'unknown', reason: 'unreachable', running: review },
      { bookings: day, connection: { kind: 'offline', readAt: at('10:12') }, checkIns: [review] },
    ),
  ),
  starting: scene(
    aSnapshot({ kind: 'unknown', reason: 'starting' }, { connection: { kind: 'stale' }, bookings: [] }),
  ),
  recalled: scene(
    aSnapshot(
      { kind: 'unknown', reason: 'starting', running: review },
      { bookings: day, connection: { kind: 'stale', readAt: at('10:44') } },
    ),
  ),
  'out-of-service': scene(
    aSnapshot(
      { kind: 'outOfService', reason: '天花板正在粉刷 · The ceiling is being painted', until: at('17:00') },
      { bookings: [critique] },
    ),
  ),
  'not-set-up': scene(
    aSnapshot({ kind: 'notSetUp', problem: { kind: 'configurationInvalid', faults } }, { room: {} }),
  ),
  'no-secret': scene(
    aSnapshot(
      { kind: 'notSetUp', problem: { kind: 'secretMissing', appId: 'cli_a1b2c3d4e5f60718' } },
      { room: {} },
    ),
  ),
  'no-password': scene(
    aSnapshot(
      {
        kind: 'notSetUp',
        problem: { kind: 'passwordMissing', door: 'door-7f3c', broker: 'mqtts://broker.example:8883' },
      },
      { room: {} },
    ),
  ),
  'secret-of-another-host': scene(
    aSnapshot(
      { kind: 'notSetUp', problem: { kind: 'secretOfOtherOrigin', origin: 'https://open.larksuite.com' } },
      { room: {} },
    ),
  ),
  'order-failed': scene(
    aSnapshot(
      {
        kind: 'notSetUp',
        problem: {
          kind: 'configurationMissing',
          file: '/etc/room-panel/config.json',
          order: {
            file: '/media/kiosk/IT-STICK/room-panel-provision.json',
            step: 'scope calendar:room:readonly',
            fault: 'scopeMissing',
          },
        },
      },
      { room: {} },
    ),
  ),
  ...longScenes,
  ...dayScenes,
  ...reserveScenes,
  crowded: scene(
    aSnapshot(
      { kind: 'inUse', booking: crowded[4] ?? review, until: at('19:30') },
      { bookings: crowded, today },
    ),
    { isLong: true },
  ),
  'night-free': scene(
    aSnapshot({ kind: 'free' }, { now: at('21:12'), bookings: [...day, ...tomorrow], appearance: dimmed }),
  ),
  'night-unknown': scene(
    aSnapshot(
      { kind: 'unknown', reason: 'unreachable' },
      {
        now: at('21:12'),
        bookings: tomorrow,
        connection: { kind: 'offline', readAt: at('20:30') },
        appearance: dimmed,
      },
    ),
  ),
  'brand-free': scene(
    aSnapshot(
      { kind: 'free', until: critique.start },
      { now: at('11:42'), bookings: withoutReview, appearance: branded },
    ),
  ),
  support: scene(inUse(), { page: supportPath('pageCrashes') }),
  'brand-in-use': scene(inUse({ bookings: day, appearance: branded })),
} as const satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes
