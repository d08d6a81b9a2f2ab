import type { RoomView } from '../shared/line/view.ts'
import type { Result } from '../shared/result.ts'

/** Tries a door's line to its hub by a connection of its own, beside the panel's. It changes nothing. */
export interface LineProbe {
  /**
   * Connects, listens until the hub was heard and has told the time and the room, and takes leave. Takes some
   * seconds, and never rejects.
   */
  readonly listen: () => Promise<Result<LineHeard, LineProblem>>
}

export interface LineHeard {
  /** The epoch of the hub that leads; undefined if none gave a sign of life. */
  readonly epoch?: number
  /** What the hub tells this door of its room, be it past. */
  readonly view?: RoomView
}

/**
 * - `unreachable`: no connection came about
 * - `notTrusted`: the broker could not prove its name
 * - `denied`: the broker does not let this account in
 */
export interface LineProblem {
  readonly code: 'unreachable' | 'notTrusted' | 'denied'
  /** The system's name of the fault, for IT. */
  readonly detail: string
}
