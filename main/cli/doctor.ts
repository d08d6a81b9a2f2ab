import type { LineProbe } from '../../engine/line-probe.ts'
import type { CalendarProbe } from '../../engine/room-calendar.ts'
import type { CanRead, Network } from '../../engine/ports.ts'
import type { Vault } from '../../engine/secrets.ts'
import type {
  Configuration,
  DirectConfiguration,
  HubDoorConfiguration,
} from '../../shared/config/configuration.ts'
import type { Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { Instant } from '../../shared/time/time.ts'
import { type CalendarCalls, calendarCalls, type TabletClock } from './checks/calendar-calls.ts'
import { calendarChecks } from './checks/calendar-checks.ts'
import { lineJson, lineText } from './checks/check-line.ts'
import { type Check, type CheckLine, isBad, runChecks } from './checks/check.ts'
import { connectionChecks } from './checks/connection-checks.ts'
import { type DiskCheckParts, diskChecks } from './checks/disk-checks.ts'
import { brokerPlaceChecks, lineChecks, lineSight } from './checks/line-checks.ts'
import { networkChecks } from './checks/network-checks.ts'
import { type PanelCheckParts, panelChecks } from './checks/panel-checks.ts'
import { pictureChecks } from './checks/picture-checks.ts'
import { type ProgramCheckParts, programChecks } from './checks/program-checks.ts'
import { setUpChecks } from './checks/set-up-checks.ts'

/** The parts of a tablet that the doctor checks. */
export interface DiagnosisInput extends DiskCheckParts, PanelCheckParts, ProgramCheckParts {
  readonly configuration: Result<Configuration, SetUpProblem>
  readonly vault: Pick<Vault, 'read'>
  readonly network: Network
  readonly canRead: CanRead
  /** Makes a probe of the calendar with this configuration and the secret in the keyring. */
  readonly probeFor: (configuration: DirectConfiguration) => CalendarProbe
  /** Makes a probe of the line of a door with a hub, with the password in the keyring. */
  readonly lineProbeFor: (configuration: HubDoorConfiguration) => LineProbe
  readonly clock: TabletClock
  /** The tablet's own time zone. The configuration's has precedence. */
  readonly timeZone: string
  /**
   * When the commands of a panel with so many calls a month may call the calendar again, or undefined if they
   * may now. Left out if they are never limited.
   */
  readonly restUntil?: (callsPerMonth: number) => Instant | undefined
}

export interface DoctorParts extends DiagnosisInput {
  readonly asJson: boolean
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/** Checks each thing that a panel needs. Returns the exit status: 0, or 1 if a fault needs mending. */
export async function doctor(parts: DoctorParts): Promise<0 | 1> {
  const { asJson, say } = parts
  const lines = await examine(parts, (line) => {
    if (!asJson) say(lineText(line))
  })
  const isWell = !lines.some(isBad)
  if (asJson) say(JSON.stringify({ ok: isWell, checks: lines.map(lineJson) }))
  return isWell ? 0 : 1
}

/** Runs the checks one after the other. Reports each line as it is known, and returns all of them. */
export const examine = (
  input: DiagnosisInput,
  tell: (line: CheckLine) => void = () => {},
): Promise<readonly CheckLine[]> => runChecks(checksFor(input), tell)

function callsFor({ configuration, probeFor, ...parts }: DiagnosisInput): CalendarCalls | undefined {
  if (!configuration.ok || configuration.value.hub !== undefined) return undefined
  return calendarCalls({ ...parts, configuration: configuration.value, probe: probeFor(configuration.value) })
}

const checksFor = (parts: DiagnosisInput): readonly Check[] => [
  ...programChecks(parts),
  ...setUpChecks(parts),
  ...(parts.configuration.ok ? pictureChecks(parts.configuration.value, parts.canRead) : []),
  ...checksOfTheWay(parts),
  ...diskChecks(parts),
  ...panelChecks(parts.configuration, parts),
]

/** The way to what the door knows its room from: to Feishu, or to its hub. */
function checksOfTheWay(parts: DiagnosisInput): readonly Check[] {
  const { configuration, network, canRead, clock, lineProbeFor } = parts
  if (configuration.ok && configuration.value.hub !== undefined) {
    const probe = lineProbeFor(configuration.value)
    const sight = lineSight({ configuration: configuration.value, probe, clock })
    return [
      ...brokerPlaceChecks(sight, network, canRead),
      ...lineChecks(sight, ['password', 'name', 'authority']),
    ]
  }
  const calls = callsFor(parts)
  return [
    ...networkChecks(calls, network),
    ...connectionChecks(calls, ['proxy', 'name']),
    ...calendarChecks(calls, ['secret']),
  ]
}
