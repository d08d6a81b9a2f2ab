import type { Room } from '../../../simulator/rooms/room.ts'
import type { App } from '../../../simulator/tenancy/tenant.ts'
import type { World } from '../../../simulator/world.ts'
import type { Door } from '../laws/door.ts'
import type { RoomMemory } from '../laws/memory.ts'
import type { Dice } from '../time/dice.ts'
import type { TrueTime } from '../time/true-time.ts'

/** Where people work: the room, its doors, and all the time there is. */
export interface Office {
  readonly time: TrueTime
  readonly dice: Dice
  readonly world: World
  readonly room: Room
  /** A room that visitors find when this one is taken, where they can book. */
  readonly neighbour: Room | undefined
  /** The panels' app. */
  readonly app: App
  readonly doors: readonly Door[]
  readonly everything: RoomMemory
  readonly tell: (line: () => string) => void
  readonly tally: Tally
}

/** What happened in the end, in numbers. */
export interface Tally {
  meetings: number
  noShows: number
  taps: number
  checkIns: number
  releases: number
  ends: number
  crashes: number
  /** Taps on a length, and what their people were told. */
  doorTaps: number
  booked: number
  refused: number
  inDoubt: number
  /** Events that were made and are gone again, and those that stayed. */
  cleaned: number
  orphans: number
  /** How many were told that they have the room, by the seconds since their tap. */
  bookedAfter: Record<string, number>
  /** Pictures of what was read before the program began. */
  recalled: number
  faults: number
  calls: number
  kept: Record<string, number>
  /** What is odd in this world, and what it led to: how often each was so. */
  drawn: Record<string, number>
}

export const newTally = (): Tally => ({
  meetings: 0,
  noShows: 0,
  taps: 0,
  checkIns: 0,
  releases: 0,
  ends: 0,
  crashes: 0,
  doorTaps: 0,
  booked: 0,
  refused: 0,
  inDoubt: 0,
  cleaned: 0,
  orphans: 0,
  bookedAfter: {},
  recalled: 0,
  faults: 0,
  calls: 0,
  kept: {},
  drawn: {},
})

/** The first door, mostly. */
export function someDoor({ doors, dice }: Office): Door {
  const [first, ...others] = doors
  if (first === undefined) throw new Error('A room without a panel')
  return dice.pick([first, ...others])
}

export function note({ drawn }: Tally, what: string): void {
  drawn[what] = (drawn[what] ?? 0) + 1
}
