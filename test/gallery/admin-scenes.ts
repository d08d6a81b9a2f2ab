import { type Admin, freshMenu as open } from '../../shared/admin/admin.ts'
import type { PinPad } from '../../shared/admin/pin-pad.ts'
import type { ListedRoom, RoomList, RoomOutcome, RoomSetting } from '../../shared/admin/room-setting.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import type { Diagnosis, DiagnosisLine } from '../../shared/set-up/diagnosis.ts'
import { minutes, plus } from '../../shared/time/time.ts'
import { at, inUse } from '../renderer/snapshots.ts'
import { scene } from './scene.ts'

const settledAt = at('10:47')
const asked = (pad: PinPad): Admin => ({ kind: 'asked', pad })

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
const roomsOf = (rooms: readonly ListedRoom[], current = 'omm_0'): RoomList => ({
  kind: 'read',
  rooms,
  current,
})
const settled = (outcome: RoomOutcome): RoomSetting => ({
  kind: 'settled',
  from: 'Magnolia',
  to: oak,
  outcome,
})

const well = (name: string, note = ''): DiagnosisLine => ({ text: `${name}: ok`, name, note, isWell: true })

const report: Diagnosis = {
  kind: 'done',
  lines: [
    well('program', '0.1.0'),
    well('configuration'),
    well('keyring'),
    well('secret'),
    well('proxy', 'none'),
    well('name', 'open.feishu.cn'),
    well('connection', '41 ms'),
    well('TLS', 'TLSv1.3'),
    well('clock', '0.2 s'),
    {
      text: 'token: credentialsRejected',
      name: 'token',
      fault: 'credentialsRejected',
      note: '10014, log id 20261123A',
      isWell: false,
    },
    { text: 'access: skipped: needs token', name: 'access', needs: 'token', note: '', isWell: false },
    well('disk', '41 GB free'),
    well('journal'),
    well('series guard'),
    well('panel'),
    well('page'),
    well('budget', '312 of 8000 calls'),
  ],
  answers: [
    {
      at: at('10:47'),
      path: '/open-apis/auth/v3/tenant_access_token/internal',
      code: 10014,
      logId: '20261123A',
    },
    { at: at('10:32'), path: '/open-apis/meeting_room/freebusy/batch_get', code: 0, logId: '20261123B' },
  ],
  versions: ['Room Panel 0.1.0', 'Electron 45.4.1', 'Chromium 150.0.0.0'],
}

/** What an administrator sees, on a day with these bookings. */
export const adminScenes = (day: readonly Booking[]) => ({
  'pin-pad': scene(inUse({ bookings: day, admin: asked({ kind: 'ready', wasWrong: false }) }), {
    taps: ['pin-2', 'pin-4', 'pin-0'],
  }),
  'pin-wrong': scene(inUse({ bookings: day, admin: asked({ kind: 'ready', wasWrong: true }) })),
  'pin-locked': scene(
    inUse({ bookings: day, admin: asked({ kind: 'lockedOut', until: plus(settledAt, minutes(4)) }) }),
  ),
  'pin-closed': scene(inUse({ bookings: day, admin: asked({ kind: 'closed', reason: 'keyringTimedOut' }) })),
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
  'room-search': scene(inUse({ bookings: day, admin: { ...open, rooms: roomsOf(manyRooms) } }), {
    taps: ['admin-rooms', 'room-search', 'room-key-6', 'room-key-2', 'room-key-5'],
    isLong: true,
  }),
  'room-search-question': scene(inUse({ bookings: day, admin: { ...open, rooms: roomsOf(manyRooms) } }), {
    taps: ['admin-rooms', 'room-search', 'room-key-2', 'room-key-4', 'room-0'],
    isLong: true,
  }),
  'exit-question': scene(inUse({ bookings: day, admin: open }), { taps: ['admin-leave-kiosk'] }),
  diagnosis: scene(inUse({ bookings: day, admin: { ...open, diagnosis: report } }), {
    taps: ['admin-diagnose'],
    isLong: true,
  }),
  'room-question': scene(inUse({ bookings: day, admin: { ...open, rooms: roomsOf(fewRooms) } }), {
    taps: ['admin-rooms', 'room-0'],
    isLong: true,
  }),
  'room-set': scene(
    inUse({
      bookings: day,
      room: { name: oak.name },
      admin: { ...open, rooms: roomsOf(fewRooms, oak.id), roomSetting: settled({ kind: 'done' }) },
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
  'room-by-hub': scene(
    inUse({ bookings: day, admin: { ...open, rooms: { kind: 'failed', reason: 'hubDecides' } } }),
    { taps: ['admin-rooms'] },
  ),
  'diagnosis-failed': scene(inUse({ bookings: day, admin: { ...open, diagnosis: { kind: 'failed' } } }), {
    taps: ['admin-diagnose'],
  }),
})
