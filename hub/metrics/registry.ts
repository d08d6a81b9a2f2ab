import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { callOutcomes, type CallOutcome } from './counted-http.ts'
import type { PublishOutcome } from './counted-line.ts'
import type { HubFacts } from './hub-facts.ts'
import type { PublishedKind } from './published-kind.ts'

export interface HubRegistry {
  readonly countCall: (outcome: CallOutcome) => void
  readonly countMessage: (kind: PublishedKind, outcome: PublishOutcome) => void
  readonly contentType: string
  /** All metrics in Prometheus' text format, with these facts. */
  readonly text: (facts: HubFacts) => Promise<string>
}

/** The gauges, each with its description and the way it comes from the facts. Prometheus takes NaN for a value that is not known. */
const gauges: readonly (readonly [name: string, help: string, value: (facts: HubFacts) => number])[] = [
  ['leading', '1 while this hub leads and holds its lease, else 0', ({ isLeading }) => Number(isLeading)],
  ['epoch', 'Number of the lease that this hub had last', ({ epoch }) => epoch],
  ['month_calls', 'Calls of this month so far, by the hub’s own count', ({ monthCalls }) => monthCalls],
  ['month_calls_limit', 'Calls that this hub may make in this month', (facts) => facts.monthCallsLimit],
  ['rooms', 'Rooms that this hub serves', ({ rooms }) => rooms],
  [
    'oldest_reading_age_seconds',
    'Age of the schedule that was read longest ago; NaN while this hub does not lead',
    ({ oldestReadingAge = NaN }) => oldestReadingAge / 1000,
  ],
  ['broker_connected', '1 while the broker is connected', (facts) => Number(facts.isBrokerConnected)],
  ['database_up', '1 if the database answered just now', ({ isDatabaseUp }) => Number(isDatabaseUp)],
  ['doors', 'Doors that are assigned to a room', ({ doors = NaN }) => doors],
  ['doors_silent', 'Assigned doors that are not on the line', ({ silentDoors = NaN }) => silentDoors],
  ['doors_cloned', 'Assigned doors that two tablets speak as', ({ clonedDoors = NaN }) => clonedDoors],
  [
    'attempts_open',
    'Verdicts on their way or without a certain outcome, about bookings that are not over',
    ({ openAttempts = NaN }) => openAttempts,
  ],
]

/** The hub's metrics, and those of its process. Each hub has its own: prom-client's common registry is not used. */
export function createHubRegistry(): HubRegistry {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const calls = new Counter({
    name: 'room_panel_hub_calls_total',
    help: 'Calls to the calendar since this hub was started',
    labelNames: ['outcome'],
    registers,
  })
  const published = new Counter({
    name: 'room_panel_hub_messages_published_total',
    help: 'Messages to doors since this hub was started: views, and all others',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const shown = gauges.map(([name, help, value]) => ({
    gauge: new Gauge({ name: `room_panel_hub_${name}`, help, registers }),
    value,
  }))
  // Prometheus knows a rate only of a counter that was there before the first event.
  for (const outcome of callOutcomes) calls.inc({ outcome }, 0)
  published.inc({ kind: 'view', outcome: 'taken' }, 0)
  return {
    countCall: (outcome) => calls.inc({ outcome }),
    countMessage: (kind, outcome) => published.inc({ kind, outcome }),
    contentType: registry.contentType,
    text: (facts) => {
      for (const { gauge, value } of shown) gauge.set(value(facts))
      return registry.metrics()
    },
  }
}
