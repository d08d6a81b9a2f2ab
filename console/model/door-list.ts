import { type Condition, conditionOf, conditions } from '../../shared/console/condition.ts'
import type { DoorRow } from '../../shared/console/door-row.ts'
import type { Instant } from '../../shared/time/time.ts'

/** A door with how it is. */
export interface JudgedDoor {
  readonly row: DoorRow
  readonly condition: Condition
}

/** What the reader wants to see. Undefined or empty: all. */
export interface Filter {
  readonly text: string
  readonly condition: Condition | 'problem-any' | undefined
  readonly occupancy: NonNullable<DoorRow['occupancy']> | undefined
}

export const everything: Filter = { text: '', condition: undefined, occupancy: undefined }

/** How each door is at `now`, the worst first, then by their rooms' names. */
export const judged = (rows: Iterable<DoorRow>, now: Instant, byName: Intl.Collator): readonly JudgedDoor[] =>
  [...rows]
    .map((row) => ({ row, condition: conditionOf(row, now) }))
    .toSorted(
      (one, other) =>
        conditions.indexOf(one.condition) - conditions.indexOf(other.condition) ||
        byName.compare(nameOf(one.row), nameOf(other.row)) ||
        (one.row.door < other.row.door ? -1 : 1),
    )

export const nameOf = ({ roomName, room }: DoorRow): string => roomName ?? room

/** How many doors are in each condition, the worst first; only those that there are. */
export const counted = (doors: readonly JudgedDoor[]): readonly (readonly [Condition, number])[] =>
  conditions
    .map((condition) => [condition, doors.filter((door) => door.condition === condition).length] as const)
    .filter(([, count]) => count > 0)

export function fitting(doors: readonly JudgedDoor[], filter: Filter): readonly JudgedDoor[] {
  const wanted = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return doors.filter(
    ({ row, condition }) =>
      isWanted(condition, filter.condition) &&
      (filter.occupancy === undefined || isSameToPeople(row.occupancy, filter.occupancy)) &&
      (wanted.length === 0 || hasAll(row, wanted)),
  )
}

const isWanted = (condition: Condition, wanted: Filter['condition']): boolean =>
  wanted === undefined || condition === wanted || (wanted === 'problem-any' && condition !== 'well')

/** A booked room says the same before and after the start. */
const isSameToPeople = (one: DoorRow['occupancy'], other: DoorRow['occupancy']): boolean =>
  one === other || (one === 'awaitingCheckIn' && other === 'checkInOpen')

function hasAll(row: DoorRow, words: readonly string[]): boolean {
  const text = [row.roomName, row.place, row.room, row.door, row.version].join(' ').toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}
