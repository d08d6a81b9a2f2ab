import type { ListedRoom } from '../admin/room-setting.ts'

/** Another room of the company, and where it is from here. */
export interface NearRoom extends ListedRoom {
  /** How many floors up, or down if negative. Undefined if that is not known, or in another building. */
  readonly floorsUp?: number
}

/** As many as the calendar reads at once. */
const mostNear = 20

/** The nearest of these rooms to the one with this id: those of its floor first, then of its building. */
export function nearRooms(rooms: readonly ListedRoom[], own: string): readonly NearRoom[] {
  const here = rooms.find(({ id }) => id === own)?.place ?? []
  return rooms
    .filter(({ id }) => id !== own)
    .map((room) => ({ room: withFloors(room, here), distance: distanceOf(room.place, here) }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, mostNear)
    .map(({ room }) => room)
}

function withFloors(room: ListedRoom, here: readonly string[]): NearRoom {
  const floors = floorsBetween(room.place, here)
  return floors === undefined ? room : { ...room, floorsUp: floors }
}

function distanceOf(place: readonly string[], here: readonly string[]): number {
  const floors = floorsBetween(place, here)
  if (floors !== undefined) return Math.abs(floors)
  return isSameBuilding(place, here) ? unknownFloor : otherBuilding
}

/** Farther than each floor that is known. */
const unknownFloor = 1000
const otherBuilding = 2000

/** The floors from here to there, if both are in one building and their names tell it. */
function floorsBetween(place: readonly string[], here: readonly string[]): number | undefined {
  if (!isSameBuilding(place, here)) return undefined
  if (place.at(-1) === here.at(-1)) return 0
  const [there, from] = [floorIn(place.at(-1)), floorIn(here.at(-1))]
  return there === undefined || from === undefined ? undefined : there - from
}

/** By default a place ends with building and floor. */
const isSameBuilding = (place: readonly string[], here: readonly string[]): boolean =>
  place.length > 0 &&
  place.length === here.length &&
  place.slice(0, -1).join('/') === here.slice(0, -1).join('/')

/** The number of a floor: `F3`, `3F`, `3楼`, `Floor 3`; below the ground `B1`. */
function floorIn(name = ''): number | undefined {
  const [number, second] = name.match(/\d+/g) ?? []
  if (number === undefined || second !== undefined) return undefined
  return /^(?:B\s*\d|-)|地下/i.test(name.trim()) ? -Number(number) : Number(number)
}
