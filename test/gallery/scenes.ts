import { type Admin, freshMenu as open } from '../../shared/domain/admin.ts'
import type { PinPad } from '../../shared/domain/pin-pad.ts'
import type { ListedRoom, RoomList, RoomOutcome, RoomSetting } from '../../shared/domain/room-setting.ts'
import { days, minutes, plus, seconds } from '../../shared/domain/time.ts'
import type { Snapshot } from '../../shared/domain/snapshot.ts'
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

/** One kind of picture: what the page is told, and what somebody taps then. */
export interface Scene {
  readonly snapshot: Snapshot
  /** The `data-testid` of each control that is tapped, one after the other. */
  readonly taps?: readonly string[]
  /** Its names are longer than any screen: they may end in an ellipsis. */
  readonly isLong?: boolean
}

const scene = (snapshot: Snapshot, more: Omit<Scene, 'snapshot'> = {}): Scene => ({ snapshot, ...more })

const hiring = aBooking('16:00', '17:30', { name: '佐藤 結衣' })
const weekly = aBooking('18:00', '18:30', {})
const day = [standup, review, critique, hiring, weekly]
const withoutReview = [standup, critique, hiring, weekly]
const justAfter = aBooking('11:30', '12:30', { name: 'Sato Yui' })

const longName = aBooking('10:30', '11:30', {
  name: 'Maximiliane-Henriette von Wallenstein-Hohenberg zu Rabenau, Vorstandsassistenz',
})
const arabic = aBooking('14:00', '15:00', { name: 'عبد الرحمن بن محمد الخالدي' })
const emoji = aBooking('16:00', '17:30', { name: '👩‍🔬 研究開発部・次世代ディスプレイ評価チーム 佐々木' })
const longRoom = { name: '北楼 12 层 · 玉兰厅（Magnolia Executive Boardroom North）', capacity: 24 }

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

const places = [
  ['北京 · Beijing', '1F'],
  ['北京 · Beijing', '2F'],
  ['Berlin, Friedrichstraße', 'EG'],
  ['Berlin, Friedrichstraße', '4. OG'],
  ['東京本社', '12階'],
  ['東京本社', '15階'],
] as const
const roomNames = [
  'Magnolia',
  '玉兰厅',
  'Oak',
  'Maximiliane von Wallenstein Boardroom West',
  '椿',
  'Birch',
  'Cedar',
]
const aRoom = (index: number, place: readonly string[]): ListedRoom => ({
  id: `omm_${index}`,
  name: `${roomNames[index % roomNames.length]} ${Math.floor(index / roomNames.length) + 1}`,
  capacity: 4 + (index % 9),
  place,
})
/** A thousand rooms in three cities, with two floors each. */
const manyRooms = Array.from({ length: 1000 }, (_, index) =>
  aRoom(index, places[index % places.length] ?? []),
)
const fewRooms = Array.from({ length: 7 }, (_, index) => aRoom(index, ['North Tower', '2F']))
const oak = { id: 'omm_2', name: 'Oak 1' }
const roomsOf = (rooms: readonly ListedRoom[]): RoomList => ({ kind: 'read', rooms, current: 'omm_0' })
const settled = (outcome: RoomOutcome): RoomSetting => ({
  kind: 'settled',
  from: 'Magnolia',
  to: oak,
  outcome,
})

const asked = (pad: PinPad): Admin => ({ kind: 'asked', pad })

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
        releasing: { kind: 'settled', booking: review, at: at('10:40'), outcome: { kind: 'released' } },
      },
    ),
  ),
  'check-in-open': scene(checkInOpen({ bookings: day })),
  awaiting: scene(awaiting({ bookings: day })),
  'last-minute': scene(awaiting({ now: plus(at('10:40'), -seconds(42)), bookings: day })),
  'giving-back': scene(
    awaiting({
      now: at('10:40'),
      bookings: day,
      releasing: { kind: 'releasing', booking: review.id, isSent: true },
    }),
  ),
  observed: scene(awaiting({ occupancy: { kind: 'awaitingCheckIn', booking: review }, bookings: day })),
  'in-use': scene(inUse({ bookings: day })),
  'checked-in': scene(
    inUse({
      now: at('10:33'),
      bookings: day,
      checkingIn: { kind: 'settled', booking: review.id, at: at('10:33'), outcome: { kind: 'done' } },
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
  'end-question': scene(inUse({ bookings: day }), { taps: ['end-meeting'] }),
  ending: scene(inUse({ bookings: day, ending: { kind: 'ending', booking: review.id } })),
  'not-ended': scene(
    inUse({
      bookings: day,
      ending: {
        kind: 'settled',
        booking: review.id,
        at: settledAt,
        outcome: { kind: 'refused', reason: 'seriesUnknown' },
      },
    }),
  ),
  'maybe-ended': scene(
    inUse({
      bookings: day,
      ending: { kind: 'settled', booking: review.id, at: settledAt, outcome: { kind: 'uncertain' } },
    }),
  ),
  titled: scene(
    inUse({
      occupancy: { kind: 'inUse', booking: { ...review, title: 'Design review' } },
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
  'pin-pad': scene(inUse({ bookings: day, admin: asked({ kind: 'ready', wasWrong: false }) }), {
    taps: ['pin-2', 'pin-4', 'pin-0'],
  }),
  'pin-wrong': scene(inUse({ bookings: day, admin: asked({ kind: 'ready', wasWrong: true }) })),
  'pin-locked': scene(
    inUse({ bookings: day, admin: asked({ kind: 'lockedOut', until: plus(settledAt, minutes(4)) }) }),
  ),
  'admin-menu': scene(inUse({ bookings: day, admin: open })),
  'decline-question': scene(inUse({ bookings: day, admin: open }), { taps: ['admin-decline'] }),
  'room-places': scene(inUse({ bookings: day, admin: { ...open, rooms: roomsOf(manyRooms) } }), {
    taps: ['admin-rooms'],
  }),
  'room-names': scene(inUse({ bookings: day, admin: { ...open, rooms: roomsOf(manyRooms) } }), {
    taps: ['admin-rooms', 'room-0', 'room-1'],
    isLong: true,
  }),
  'room-page': scene(inUse({ bookings: day, admin: { ...open, rooms: roomsOf(fewRooms) } }), {
    taps: ['admin-rooms'],
    isLong: true,
  }),
  'room-question': scene(inUse({ bookings: day, admin: { ...open, rooms: roomsOf(fewRooms) } }), {
    taps: ['admin-rooms', 'room-4'],
    isLong: true,
  }),
  'room-set': scene(
    inUse({
      bookings: day,
      admin: { ...open, rooms: roomsOf(fewRooms), roomSetting: settled({ kind: 'done' }) },
    }),
    { taps: ['admin-rooms'], isLong: true },
  ),
  'room-not-written': scene(
    inUse({
      bookings: day,
      admin: {
        ...open,
        rooms: roomsOf(fewRooms),
        roomSetting: settled({
          kind: 'refused',
          reason: 'notWritable',
          file: '/etc/room-panel/config.json',
        }),
      },
    }),
    { taps: ['admin-rooms'], isLong: true },
  ),
  'room-scope': scene(
    inUse({
      bookings: day,
      admin: {
        ...open,
        rooms: { kind: 'failed', reason: 'scopeMissing', scopes: ['vc:room:readonly', 'vc:room'] },
      },
    }),
    { taps: ['admin-rooms'] },
  ),
  'diagnosis-failed': scene(inUse({ bookings: day, admin: { ...open, diagnosis: { kind: 'failed' } } }), {
    taps: ['admin-diagnose'],
  }),
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
  'long-names': scene(
    aSnapshot(
      { kind: 'inUse', booking: longName },
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
  crowded: scene(aSnapshot({ kind: 'inUse', booking: crowded[4] ?? review }, { bookings: crowded, today }), {
    isLong: true,
  }),
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
  'brand-in-use': scene(inUse({ bookings: day, appearance: branded })),
} as const satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes
