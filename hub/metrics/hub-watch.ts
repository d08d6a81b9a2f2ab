import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { Line } from '../../engine/line/line.ts'
import type { CallCounter, Cancel, Clock, Http } from '../../engine/ports.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import { hearPresence } from '../rooms/heard-presence.ts'
import { countedHttp } from './counted-http.ts'
import { countedLine } from './counted-line.ts'
import { createDatedReadings } from './dated-readings.ts'
import { readHubFacts, type WatchedHub } from './hub-facts.ts'
import { createHubRegistry } from './registry.ts'

/**
 * Watches a hub from outside of it, for its metrics: the hub works with these ports in the place of its
 * own, and knows of no metric.
 */
export interface HubWatch {
  readonly line: Line
  readonly http: Http
  readonly company: (company: CompanyCalendar) => CompanyCalendar
  /** To call once the database has answered, and once the rooms are known. */
  readonly knows: (more: Pick<WatchedHub, 'store'> | Pick<WatchedHub, 'rooms'>) => void
  /** To call with each lease. Returns the function to call at its end. */
  readonly leads: (lease: HeldLease) => Cancel
  readonly contentType: string
  /** All metrics as they are now. */
  readonly metrics: () => Promise<string>
}

export interface HubWatchParts {
  readonly clock: Clock
  readonly line: Line
  readonly http: Http
  readonly calls: CallCounter
  readonly callsPerMonth: number
}

export function watchHub({ http, ...parts }: HubWatchParts): HubWatch {
  const { clock, line } = parts
  const registry = createHubRegistry()
  const readings = createDatedReadings(clock)
  let hub: WatchedHub = {
    ...parts,
    readings,
    heard: hearPresence({ line, clock }),
    store: undefined,
    rooms: [],
    lease: undefined,
  }
  return {
    line: countedLine(line, registry.countMessage),
    http: countedHttp(http, registry.countCall),
    company: readings.of,
    knows: (more) => void (hub = { ...hub, ...more }),
    leads: (lease) => {
      hub = { ...hub, lease: { ...lease, since: clock.elapsed() } }
      // The number of the lease stays, and it is no longer held.
      return () => void (hub = { ...hub, lease: { epoch: lease.epoch, since: 0, isHeld: () => false } })
    },
    contentType: registry.contentType,
    metrics: async () => registry.text(await readHubFacts(hub)),
  }
}
