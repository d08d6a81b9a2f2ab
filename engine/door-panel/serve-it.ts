import type { ProblemCode } from '../../shared/reading/problem.ts'
import { type DoorReport, doorReportOf, nextReportAt } from '../../shared/snapshot/door-report.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { ItDesk, OrderHandlers } from '../it-desk.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Cancel, Clock } from '../ports.ts'
import { carryOutOrders, type CarryOutOrdersParts } from './carry-out-orders.ts'
import type { SnapshotFeed } from './snapshot-feed.ts'

export interface ServeItParts extends CarryOutOrdersParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly feed: Pick<SnapshotFeed, 'picture' | 'onSnapshot'>
  /** When the page last reported a picture, by the monotonic clock, ms. */
  readonly paintedAt: () => number | undefined
  /** Without it the door takes no orders. */
  readonly orderHandlers?: OrderHandlers
}

/** Reports to IT what this door shows, and carries out what IT orders. Returns the function that stops it. */
export function serveIt(parts: ServeItParts, desk: ItDesk): Cancel {
  const { clock, panel, feed, paintedAt, orderHandlers } = parts
  let lastProblem: ProblemCode | undefined
  let last: { readonly report: DoorReport; readonly at: number } | undefined
  let cancelTimer: Cancel | undefined

  const look = (picture: Pick<Snapshot, 'occupancy' | 'connection'>): void => {
    const failure = panel.current().reading.failure?.code
    lastProblem = failure ?? lastProblem
    const elapsed = clock.elapsed()
    const facts = { elapsed, paintedAt: paintedAt(), clockError: clock.error(), lastProblem }
    const report = doorReportOf(picture, facts)
    if (nextReportAt(report, last) <= elapsed) {
      last = { report, at: elapsed }
      desk.report(report)
      lastProblem = failure
    }
    cancelTimer?.()
    cancelTimer = clock.after(nextReportAt(report, last) - elapsed, lookAgain)
  }
  const lookAgain = (): void => look(feed.picture())
  const stops = [
    feed.onSnapshot(look),
    ...(orderHandlers ? [carryOutOrders(parts, orderHandlers, desk)] : []),
  ]
  lookAgain()
  return () => {
    cancelTimer?.()
    for (const stop of stops) stop()
  }
}
