import type { CheckIn } from '../shared/check-in/check-in.ts'
import type { Instant } from '../shared/time/time.ts'

export interface SharedCheckIn extends CheckIn {
  /** When its people ended the meeting at a door of this room. */
  readonly left?: Instant
}

/** The check-ins of all doors of a room, as a hub keeps them. */
export interface SharedCheckIns {
  /** Those that the hub has committed, from whichever door. */
  readonly heard: () => readonly SharedCheckIn[]
  /** Calls `run` when there may be others. Returns the function that stops it. */
  readonly onNews: (run: () => void) => () => void
  /**
   * Tells the hub of those that it has not committed yet, and again until it has. To call with all that this
   * door has on its disk.
   */
  readonly tell: (checkIns: readonly CheckIn[]) => void
}
