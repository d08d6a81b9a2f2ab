import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Admin } from '../../shared/admin/admin.ts'
import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import { createRoomKeys, type RoomKeys } from './room-keys.ts'
import { type Compare, type Shelf, shelve } from './room-shelves.ts'

/** The administrator's position in the list of rooms. */
export interface RoomFinder {
  /** The shelves from the whole company down to the one on the screen; empty while no rooms are known. */
  readonly way: ReadonlySignal<readonly Shelf[]>
  /** The entries of this shelf that fit on the screen. */
  readonly entries: ReadonlySignal<readonly RoomEntry[]>
  /** Counts from 0. */
  readonly page: ReadonlySignal<number>
  readonly pages: ReadonlySignal<number>
  /** Opens one of the shelves on the screen. */
  readonly enter: (shelf: Shelf) => void
  readonly up: () => void
  readonly turn: (by: 1 | -1) => void
  readonly reset: () => void
  readonly keys: RoomKeys
}

export type RoomEntry =
  | { readonly kind: 'shelf'; readonly shelf: Shelf }
  | { readonly kind: 'room'; readonly room: ListedRoom }

/** As many finger-sized entries as a small screen can show. */
const entriesOnAPage = 6

export function createRoomFinder(
  admin: ReadonlySignal<Admin | undefined>,
  compare: ReadonlySignal<Compare>,
): RoomFinder {
  const way = signal<readonly number[]>([])
  const page = signal(0)
  const rooms = computed(() => {
    const found = admin.value?.kind === 'open' ? admin.value.rooms : undefined
    return found?.kind === 'read' ? found.rooms : undefined
  })
  const keys = createRoomKeys(computed(() => rooms.value ?? []))
  const all = computed(() => rooms.value && shelve(rooms.value, compare.value))
  const shelves = computed(() => (all.value === undefined ? [] : along(all.value, way.value)))
  const lying = computed(() => {
    const here = shelves.value.at(-1)
    return here === undefined ? [] : entriesOf(here)
  })
  const pages = computed(() => Math.max(Math.ceil(lying.value.length / entriesOnAPage), 1))
  const go = (to: readonly number[]): void => {
    way.value = to
    page.value = 0
  }
  return {
    way: shelves,
    entries: computed(() =>
      lying.value.slice(page.value * entriesOnAPage, (page.value + 1) * entriesOnAPage),
    ),
    page,
    pages,
    enter: (shelf) => go([...way.value, shelves.value.at(-1)?.shelves.indexOf(shelf) ?? 0]),
    up: () => go(way.value.slice(0, -1)),
    turn: (by) => (page.value = Math.min(Math.max(page.value + by, 0), pages.value - 1)),
    reset: () => {
      go([])
      keys.hide()
    },
    keys,
  }
}

/** The shelf and the ones on the path below it, as far as they exist. */
function along(shelf: Shelf, [first, ...further]: readonly number[]): readonly Shelf[] {
  const next = first === undefined ? undefined : shelf.shelves[first]
  return next === undefined ? [shelf] : [shelf, ...along(next, further)]
}

const entriesOf = ({ shelves, rooms }: Shelf): readonly RoomEntry[] => [
  ...shelves.map((shelf) => ({ kind: 'shelf', shelf }) as const),
  ...rooms.map((room) => ({ kind: 'room', room }) as const),
]
