import type { CheckIn } from '../shared/check-in/check-in.ts'

/** The check-ins of all doors of a room, as a hub keeps them. */
export interface SharedCheckIns {
  /** Those that the hub has committed, from whichever door. */
  readonly heard: () => readonly CheckIn[]
  /** Calls `run` when there may be others. Returns the function that stops it. */
  readonly onNews: (run: () => void) => () => void
  /**
   * Tells the hub of those that it has not committed yet, and again until it has. To call with all that this
   * door has on its disk.
   */
  readonly tell: (checkIns: readonly CheckIn[]) => void
}
