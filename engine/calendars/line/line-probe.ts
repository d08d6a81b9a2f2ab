import type { HubDoorConfiguration } from '../../../shared/config/configuration.ts'
import { parseMessage } from '../../../shared/line/codec.ts'
import { pulseTopic, toTopic } from '../../../shared/line/topics.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { BrokerFault, ConnectToBroker } from '../../broker.ts'
import type { LineHeard, LineProbe, LineProblem } from '../../line-probe.ts'
import { createLine, type Line } from '../../line/line.ts'
import type { Clock, Log } from '../../ports.ts'
import type { SecretProblem } from '../../secrets.ts'
import { createAskHub } from './asks.ts'
import { createHubTime } from './hub-time.ts'
import type { BrokerFor } from './line-for.ts'

export interface LineProbePorts {
  readonly clock: Clock
  readonly newId: () => string
  readonly brokerFor: BrokerFor
}

/** Whoever tries the line is told by the result. In the log it would look as if the panel had tried. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Two pulses, and the time after which a hub has heard of a door that was enrolled just now, ms. */
const patience = seconds(12)

/** Tries the line of this door with this password. */
export const lineProbes =
  (ports: LineProbePorts) =>
  (
    hub: HubDoorConfiguration['hub'],
    readPassword: () => Promise<Result<string, SecretProblem>>,
  ): LineProbe => ({
    listen: async () => {
      const { door } = hub
      // Of two clients with one id the broker throws out the earlier one, which is the panel.
      const clientId = `${door}-${ports.newId()}`
      const client = { clientId, username: door, readPassword, sessionExpiry: 0 }
      const opened = await firstConnection(ports, ports.brokerFor(hub, client))
      if (!opened.ok) return err(problemOf(opened.error))
      const heard = await heardOn(opened.value, door, ports)
      await opened.value.close()
      return ok(heard)
    },
  })

/** The line once it is connected, or why it could not be the first time. */
const firstConnection = (
  { clock }: Pick<LineProbePorts, 'clock'>,
  connect: ConnectToBroker,
): Promise<Result<Line, BrokerFault>> =>
  new Promise((resolve) => {
    const line = createLine({
      clock,
      log: silent,
      random: () => 1,
      connect: async (events) => {
        const opened = await connect(events)
        if (!opened.ok) {
          void line.close()
          resolve(opened)
        }
        return opened
      },
    })
    line.onConnection(() => resolve(ok(line)))
  })

async function heardOn(line: Line, door: string, ports: LineProbePorts): Promise<LineHeard> {
  const { clock } = ports
  let heard: LineHeard = {}
  await new Promise<void>((resolve) => {
    const cancel = clock.after(patience, resolve)
    const hear = (more: LineHeard): void => {
      heard = { ...heard, ...more }
      if (heard.epoch === undefined || heard.view === undefined) return
      cancel()
      resolve()
    }
    line.subscribe(toTopic(door, 'room'), ({ payload }) => {
      const view = parseMessage('room', payload)
      if (view.ok) hear({ view: view.value })
    })
    line.subscribe(pulseTopic, ({ payload, isRetained }) => {
      const pulse = parseMessage('pulse', payload)
      if (pulse.ok && !isRetained) hear({ epoch: pulse.value.epoch })
    })
  })
  // Sets the clock, as the panel's own question does.
  if (heard.epoch !== undefined)
    await createHubTime(clock, createAskHub({ ...ports, log: silent, line, door }))()
  return heard
}

/** Node's and OpenSSL's names of a certificate's faults. */
const distrust = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|ERR_TLS|ERR_SSL|EPROTO/

function problemOf({ code, cause }: BrokerFault): LineProblem {
  const detail = nameOf(cause)
  if (code === 'denied') return { code, detail }
  return { code: distrust.test(detail) ? 'notTrusted' : 'unreachable', detail }
}

/** Of several addresses each has a fault of its own. */
function nameOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return nameOf(cause.errors[0])
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
}
