import type { OrderKind } from '../shared/line/door-messages.ts'
import type { OrderFault } from '../shared/line/told.ts'
import type { Result } from '../shared/result.ts'
import type { DoorReport } from '../shared/snapshot/door-report.ts'

/** What passes between a door and IT by way of the hub, beside the calendar. */
export interface ItDesk {
  /** Tells the hub what this door shows, and how it is. */
  readonly report: (report: DoorReport) => void
  /** Calls `run` for each order, once. Without a listener no order is taken up. Returns the function that stops it. */
  readonly onOrder: (run: (order: HeardOrder) => void) => () => void
}

/** An order that this door has heard. */
export interface HeardOrder {
  readonly kind: OrderKind
  /** Whether it has not expired: nothing of it may begin afterwards. */
  readonly isInTime: () => boolean
  /** Tells the hub that the door takes it up. Resolves to whether the broker has that. Never rejects. */
  readonly take: () => Promise<boolean>
  /** Tells the hub what came of it, now or never. Resolves once the broker has it, or does not get it. */
  readonly answer: (answer: OrderAnswer) => Promise<void>
}

/** What came of an order. `restarting`: the program is about to end. */
export type OrderAnswer =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'picture'; readonly jpeg: Uint8Array }
  | { readonly kind: 'restarting' }
  | { readonly kind: 'failed'; readonly fault: OrderFault }

/** How this tablet carries out each order of IT's: a closed list, none of which runs code that the order brings (law 11). */
export interface OrderHandlers {
  /** What the page shows now, as JPEG of at most `picture.longest` bytes; the error says why there is none. Never rejects. */
  readonly picture: () => Promise<Result<Uint8Array, unknown>>
  /** The doctor's lines. Takes some seconds. */
  readonly doctor: () => Promise<readonly string[]>
  /** The last lines of the log, as they are on the disk. Never rejects. */
  readonly logs: () => Promise<Result<readonly string[], unknown>>
  /** Ends the program in an orderly way, and has it begin anew. */
  readonly restart: () => void
}
