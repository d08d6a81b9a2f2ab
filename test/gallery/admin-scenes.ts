import { type Admin, freshMenu as open } from '../../shared/admin/admin.ts'
import type { PinPad } from '../../shared/admin/pin-pad.ts'
import type { ListedRoom, RoomList, RoomOutcome, RoomSetting } from '../../shared/admin/room-setting.ts'
import type { Booking } from '../../shared/booking/booking.ts'
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

/** What an administrator sees, on a day with these bookings. */
export const adminScenes = (day: readonly Booking[]) => ({
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
  'diagnosis-failed': scene(inUse({ bookings: day, admin: { ...open, diagnosis: { kind: 'failed' } } }), {
    taps: ['admin-diagnose'],
  }),
})
