import type { CalendarProbe } from '../../engine/calendars/room-calendar.ts'
import type { CanRead, Network } from '../../engine/ports.ts'
import type { Vault } from '../../engine/secrets.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import type { Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { Instant } from '../../shared/time/time.ts'
import { type CalendarCalls, calendarCalls, type TabletClock } from './checks/calendar-calls.ts'
import { calendarChecks } from './checks/calendar-checks.ts'
import { lineJson, lineText } from './checks/check-line.ts'
import { type Check, type CheckLine, isBad, runChecks } from './checks/check.ts'
import { connectionChecks } from './checks/connection-checks.ts'
import { type DiskCheckParts, diskChecks } from './checks/disk-checks.ts'
import { networkChecks } from './checks/network-checks.ts'
import { type PanelCheckParts, panelChecks } from './checks/panel-checks.ts'
import { pictureChecks } from './checks/picture-checks.ts'
import { type ProgramCheckParts, programChecks } from './checks/program-checks.ts'
import { setUpChecks } from './checks/set-up-checks.ts'

/** What is looked at. */
export interface DiagnosisInput extends DiskCheckParts, PanelCheckParts, ProgramCheckParts {
  readonly configuration: Result<Configuration, SetUpProblem>
  readonly vault: Pick<Vault, 'read'>
  readonly network: Network
  readonly canRead: CanRead
  /** The calendar as it answers to this configuration and the secret in the keyring. */
  readonly probeFor: (configuration: Configuration) => CalendarProbe
  readonly clock: TabletClock
  /** The tablet's own; the configuration's goes before it. */
  readonly timeZone: string
  /** Until when commands of a panel with so many calls a month let the calendar alone; left out where they never have to. */
  readonly restUntil?: (callsPerMonth: number) => Instant | undefined
}

export interface DoctorParts extends DiagnosisInput {
  readonly asJson: boolean
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/** Looks at each thing that a panel needs. Gives the exit status: 0, or 1 when something has to be mended. */
export async function doctor(parts: DoctorParts): Promise<0 | 1> {
  const { asJson, say } = parts
  const lines = await examine(parts, (line) => {
    if (!asJson) say(lineText(line))
  })
  const isWell = !lines.some(isBad)
  if (asJson) say(JSON.stringify({ ok: isWell, checks: lines.map(lineJson) }))
  return isWell ? 0 : 1
}

/** One look after the other; tells each line as it comes, and gives all of them. */
export const examine = (
  input: DiagnosisInput,
  tell: (line: CheckLine) => void = () => {},
): Promise<readonly CheckLine[]> => runChecks(checksFor(input, callsFor(input)), tell)

function callsFor({ configuration, probeFor, ...parts }: DiagnosisInput): CalendarCalls | undefined {
  if (!configuration.ok) return undefined
  return calendarCalls({ ...parts, configuration: configuration.value, probe: probeFor(configuration.value) })
}

const checksFor = (parts: DiagnosisInput, calls: CalendarCalls | undefined): readonly Check[] => [
  ...programChecks(parts),
  ...setUpChecks(parts),
  ...(parts.configuration.ok ? pictureChecks(parts.configuration.value, parts.canRead) : []),
  ...networkChecks(calls, parts.network),
  ...connectionChecks(calls, ['proxy', 'name']),
  ...calendarChecks(calls, ['secret']),
  ...diskChecks(parts),
  ...panelChecks(calls, parts),
]
