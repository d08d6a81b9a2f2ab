import type { LineHeard, LineProbe, LineProblem } from '../../../engine/line-probe.ts'
import type { CanRead, Network } from '../../../engine/ports.ts'
import type { Result } from '../../../shared/result.ts'
import type { HubDoorConfiguration } from '../../../shared/config/configuration.ts'
import type { FaultName } from '../../../shared/set-up/advice.ts'
import { minutes } from '../../../shared/time/time.ts'
import { reasonIn } from '../reason-in.ts'
import type { TabletClock } from './calendar-calls.ts'
import { clockFinding } from './calendar-checks.ts'
import { type Check, failed, fine, type Finding, skipped } from './check.ts'

export interface LineCheckParts {
  readonly configuration: Pick<HubDoorConfiguration, 'hub' | 'room'>
  readonly probe: LineProbe
  readonly clock: TabletClock
}

/** What a door hears of its hub. Several checks share one connection. */
export interface LineSight extends Omit<LineCheckParts, 'probe'> {
  readonly listen: LineProbe['listen']
}

export function lineSight({ probe, ...parts }: LineCheckParts): LineSight {
  let heard: ReturnType<LineProbe['listen']> | undefined
  return { ...parts, listen: () => (heard ??= probe.listen()) }
}

/** No hub reads its rooms less often, also at night. */
const oldestView = minutes(31)

/** Whether the broker has a name and its authority's certificate is there: before anything is connected. */
export const brokerPlaceChecks = (
  { configuration: { hub } }: Pick<LineSight, 'configuration'>,
  { addressesOf }: Pick<Network, 'addressesOf'>,
  canRead: CanRead,
): readonly Check[] => [
  {
    name: 'name',
    look: async () => {
      const host = new URL(hub.broker).hostname.replace(/^\[|\]$/g, '')
      const addresses = await addressesOf(host)
      return addresses.ok ? fine(addresses.value.slice(0, 2).join(', ')) : failed('brokerUnreachable', host)
    },
  },
  ...authorityChecks(hub, canRead),
]

/** Whether the certificate is there that is to vouch for the broker, if that is a company's own. */
export const authorityChecks = (
  { caFile }: Pick<HubDoorConfiguration['hub'], 'caFile'>,
  canRead: CanRead,
): readonly Check[] => {
  if (caFile === undefined) return []
  const look = async (): Promise<Finding> => {
    const read = await canRead(caFile)
    return read.ok ? fine(caFile) : failed('authorityUnreadable', `${caFile}, ${reasonIn(read.error)}`)
  }
  return [{ name: 'authority', look }]
}

/** Whether the broker answers, and proves its name by its certificate: one connection shows both. */
export const brokerChecks = (
  { listen, configuration: { hub } }: Pick<LineSight, 'listen' | 'configuration'>,
  needs: readonly string[],
): readonly Check[] => [
  { name: 'broker', needs, look: async () => findingBut(await listen(), ['unreachable']) },
  {
    name: 'TLS',
    needs: ['broker'],
    look: async () =>
      hub.broker.toLowerCase().startsWith('mqtts:')
        ? findingBut(await listen(), ['notTrusted'])
        : skipped('hub.broker is on this machine'),
  },
]

/** What a door needs of its line to the hub. `needs`: the checks that must pass before it can be tried. */
export const lineChecks = (sight: LineSight, needs: readonly string[]): readonly Check[] => [
  ...brokerChecks(sight, needs),
  { name: 'login', needs: ['TLS'], look: async () => findingBut(await sight.listen(), ['denied']) },
  { name: 'hub', needs: ['login'], look: async () => heardFinding(sight, hubFinding) },
  { name: 'clock', needs: ['hub'], look: async () => clockFinding(sight.clock) },
  {
    name: 'view',
    needs: ['hub'],
    look: async () => heardFinding(sight, (heard) => viewFinding(sight, heard)),
  },
]

const faults: Readonly<Record<LineProblem['code'], FaultName>> = {
  unreachable: 'brokerUnreachable',
  notTrusted: 'brokerNotTrusted',
  denied: 'brokerDenied',
}

/** Ok unless the connection failed in one of these ways. */
function findingBut(heard: Result<LineHeard, LineProblem>, codes: readonly LineProblem['code'][]): Finding {
  return heard.ok || !codes.includes(heard.error.code)
    ? fine()
    : failed(faults[heard.error.code], heard.error.detail)
}

async function heardFinding({ listen }: LineSight, of: (heard: LineHeard) => Finding): Promise<Finding> {
  const heard = await listen()
  return heard.ok ? of(heard.value) : { kind: 'blocked', needs: 'login' }
}

const hubFinding = ({ epoch }: LineHeard): Finding =>
  epoch === undefined ? failed('hubSilent') : fine(`epoch ${epoch}`)

function viewFinding({ configuration: { room }, clock }: LineSight, { view }: LineHeard): Finding {
  if (view === undefined) return failed('viewMissing')
  if (view.room.id !== room.id) return failed('otherRoom', view.room.id)
  const age = clock.now() - view.readAt
  const named = view.room.name === undefined ? '' : `${view.room.name}, `
  const told = `${named}${view.bookings.length} bookings, read ${Math.round(age / 1000)} s ago`
  return age > oldestView ? failed('viewOld', told) : fine(told)
}
