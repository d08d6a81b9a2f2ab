import type { OrderKind } from '../shared/line/door-messages.ts'
import type { DoorReport } from '../shared/snapshot/door-report.ts'

/** What passes between a door and IT by way of the hub, beside the calendar. */
export interface ItDesk {
  /** Tells the hub what this door shows, and how it is. */
  readonly report: (report: DoorReport) => void
  /**
   * Calls `run` for each order, once, and tells the hub that it is taken up. Without a listener no order is. Returns the
   * function that stops it.
   */
  readonly onOrder: (run: (kind: OrderKind) => void) => () => void
}

/** Carries out what IT orders: a closed list, none of which runs code that the order brings (law 11). Never rejects. */
export type CarryOutOrder = (kind: OrderKind) => Promise<void>
