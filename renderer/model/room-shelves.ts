import type { ListedRoom } from '../../shared/admin/room-setting.ts'

/** A group of rooms, so that one of thousands is a few taps away without a keyboard. */
export interface Shelf {
  readonly label: ShelfLabel
  readonly shelves: readonly Shelf[]
  readonly rooms: readonly ListedRoom[]
  /** The rooms in it and below. */
  readonly count: number
}

/** A level of the company's tree, or a range of rooms that follow each other by name. */
export type ShelfLabel = { readonly kind: 'all' } | { readonly kind: 'place'; readonly name: string }

export type Compare = (one: string, other: string) => number

/** Groups the rooms by region, building, floor, or the company's own levels. Each level is sorted by name. */
export const shelve = (rooms: readonly ListedRoom[], compare: Compare): Shelf =>
  shelfFrom({ kind: 'all' }, rooms, 0, compare)

export const nameOf = ({ id, name }: Pick<ListedRoom, 'id' | 'name'>): string => name ?? id

function shelfFrom(label: ShelfLabel, rooms: readonly ListedRoom[], depth: number, compare: Compare): Shelf {
  const places = byPlace(rooms, depth)
  const here = rooms.filter(({ place }) => place.length <= depth)
  // A level without siblings is no choice, and is skipped.
  if (here.length === 0 && places.size === 1) return shelfFrom(label, rooms, depth + 1, compare)
  const below = [...places]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([name, inside]) => shelfFrom({ kind: 'place', name }, inside, depth + 1, compare))
  const sorted = here.toSorted((one, other) => compare(nameOf(one), nameOf(other)))
  return {
    label,
    shelves: below,
    rooms: sorted,
    count: rooms.length,
  }
}

function byPlace(rooms: readonly ListedRoom[], depth: number): ReadonlyMap<string, readonly ListedRoom[]> {
  const places = new Map<string, ListedRoom[]>()
  for (const room of rooms) {
    const name = room.place[depth]
    if (name === undefined) continue
    const inside = places.get(name)
    if (inside === undefined) places.set(name, [room])
    else inside.push(room)
  }
  return places
}
