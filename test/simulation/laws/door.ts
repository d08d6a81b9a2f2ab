import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import type { Room } from '../../../simulator/rooms/room.ts'
import type { App } from '../../../simulator/tenancy/tenant.ts'
import type { World } from '../../../simulator/world.ts'
import type { Tablet } from '../tablet/tablet.ts'
import type { TrueTime } from '../time/true-time.ts'
import type { Court } from './court.ts'
import type { ProgramMemory, RoomMemory } from './memory.ts'
import type { Buttons } from './picture/buttons.ts'
import type { OldestGreen } from './picture/oldest-green.ts'
import type { RuleBook } from './rules.ts'

/** A door as the laws see it: the tablet, what the world remembers of it, and the rules that IT set. */
export interface Door {
  readonly tablet: Tablet
  readonly rules: RuleBook
  /** A run without faults: then no ghost may stay. */
  readonly isHealthy: boolean
  /** It begins at the end of a month, with what is left of that: then it reads too seldom for some ghosts. */
  readonly hasFewCalls: boolean
  readonly oldestGreen: OldestGreen
  readonly time: TrueTime
  readonly world: World
  readonly room: Room
  /** A room that visitors find when this one is taken, where they can book. */
  readonly neighbour: Room | undefined
  readonly app: App
  /** The room's time zone, as the panel has it. */
  readonly zone: string
  readonly court: Court
  readonly everything: RoomMemory
  readonly buttons: Buttons
  /** When each booking was first in a reading that the panel got, by its name. */
  readonly listed: Map<string, number>
  /** When a visitor touched the panel while a program was running to notice. */
  readonly touches: number[]
  /** All that it kept on its disk is gone, and its program has not begun anew since. */
  hasLostAll: boolean
  /** What was put in the place of its journal last. A program that reads it knows nothing of what was in the journal. */
  rubbish: string | undefined
  /** Until when its disk may lack what it refused to take, and what the panel has not tried to write again. */
  diskRefusesUntil: number
  /** Of the program's life that runs now. */
  memory: ProgramMemory
}

/** How far the panel's clock is from the true time, ms. */
export const clockErrorOf = ({ tablet, time }: Door): number =>
  Math.abs(tablet.program().clock.now() - time.now())

/** A panel writes again within a minute what its disk refused. Ms. */
const writtenAgainWithin = minutes(1) + seconds(10)

/** How long this door's disk refuses every write, ms. */
export function refuseDisk(door: Door, reason: string, lasts: number): void {
  const { tablet, time } = door
  tablet.disk.refuse(reason)
  door.diskRefusesUntil = Math.max(door.diskRefusesUntil, time.now() + lasts + writtenAgainWithin)
  time.after(lasts, () => tablet.disk.refuse(undefined))
}

/** What a visitor at this door sees and can touch now. */
export const seenAt = ({ tablet }: Door): Snapshot | undefined => {
  if (!tablet.isRunning()) return undefined
  const { page, tabletTime } = tablet.program()
  return tabletTime.isAsleep() ? undefined : page.touchable()
}

/** To be called when that may have changed. */
export const lookAgain = (door: Door): void => door.buttons.look(seenAt(door))
