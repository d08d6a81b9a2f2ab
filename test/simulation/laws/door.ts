import type { World } from '../../../main/simulator/world.ts'
import type { Room } from '../../../main/simulator/rooms/room.ts'
import type { Policy } from '../../../shared/domain/policy.ts'
import type { Tablet } from '../tablet/tablet.ts'
import type { TrueTime } from '../time/true-time.ts'
import type { Court } from './court.ts'
import type { OldestGreen } from './oldest-green.ts'
import type { ProgramMemory, RoomMemory } from './memory.ts'

/** A door as the laws see it: the tablet, what the world remembers of it, and the rules that IT set. */
export interface Door {
  readonly tablet: Tablet
  readonly policy: Policy
  /** Nothing goes wrong here: then no ghost may stay. */
  readonly isHealthy: boolean
  readonly oldestGreen: OldestGreen
  readonly time: TrueTime
  readonly world: World
  readonly room: Room
  readonly court: Court
  readonly everything: RoomMemory
  /** Of the program's life that runs now. */
  memory: ProgramMemory
}

/** How far the panel's clock is from the true time, ms. */
export const clockErrorOf = ({ tablet, time }: Door): number =>
  Math.abs(tablet.program().clock.now() - time.now())
