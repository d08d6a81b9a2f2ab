import type { CallCounter } from '../../../engine/ports.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import type { Result } from '../../../shared/result.ts'
import type { SetUpProblem } from '../../../shared/set-up/set-up.ts'
import type { TabletIdentity } from '../../../shared/set-up/tablet.ts'
import { lineJson } from '../checks/check-line.ts'
import { type CheckLine, failed, fine, type Finding, isBad } from '../checks/check.ts'
import { type DoorParts, pageFinding, panelFinding, type PanelWord } from '../checks/door-findings.ts'
import { budgetFinding } from '../checks/panel-checks.ts'
import { configurationFinding } from '../checks/set-up-checks.ts'

/** The panel's report, with further moments by its own clock. */
interface ToldWord extends PanelWord {
  readonly status: PanelWord['status'] & {
    readonly connection?: string
    readonly readAt?: number
    readonly isKeepingNothing?: boolean
    readonly version?: string
  }
}

export interface HealthParts extends DoorParts {
  readonly word: ToldWord | undefined
  readonly tablet: TabletIdentity
  /** The machine's serial number; undefined if it has none, or if this user may not read it. */
  readonly serial: string | undefined
  /** The installed versions, which may be newer than the running ones. */
  readonly installed: {
    readonly panel: string
    readonly electron: string
    readonly package: string | undefined
  }
  readonly configuration: Result<Configuration, SetUpProblem>
  readonly shareOf: CallCounter['shareOf']
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/**
 * Prints one JSON object for IT's monitoring, from the panel's files. It costs no call, so it may run at any
 * rate. Returns the exit status: 0, or 1 if a fault needs mending.
 */
export function health(parts: HealthParts): 0 | 1 {
  const { tablet, serial, installed, configuration, word, shareOf, say } = parts
  const written = configuration.ok ? configuration.value : undefined
  // With a hub, that makes the calls.
  const callsPerMonth = written?.hub === undefined ? written?.budget.callsPerMonth : undefined
  const lines: readonly CheckLine[] = [
    { name: 'door', ...panelFinding(parts) },
    { name: 'page', ...pageFinding(parts) },
    { name: 'journal', ...journalFinding(word) },
    { name: 'configuration', ...configurationFinding(configuration) },
    ...(callsPerMonth === undefined
      ? []
      : [{ name: 'budget', ...budgetFinding(shareOf(callsPerMonth), callsPerMonth) }]),
  ]
  const faults = lines.filter(isBad)
  say(
    JSON.stringify({
      ok: faults.length === 0,
      faults: faults.map(lineJson),
      room: written?.room.id ?? null,
      hub: written?.hub === undefined ? null : { door: written.hub.door, broker: written.hub.broker },
      tablet: { ...tablet, serial: serial ?? null },
      versions: { ...installed, package: installed.package ?? null, running: word?.status.version ?? null },
      door: word === undefined ? null : doorOf(word),
      ages: word === undefined ? null : agesOf(word),
      calls: callsPerMonth === undefined ? null : callsOf(shareOf(callsPerMonth)),
    }),
  )
  return faults.length === 0 ? 0 : 1
}

/** By the panel's report, because a check of the disk would write to it each time. */
const journalFinding = (word: ToldWord | undefined): Finding =>
  word?.status.isKeepingNothing ? failed('notWritable') : fine()

const doorOf = ({ status: { occupancy, reason, connection, unreachable } }: ToldWord) => ({
  occupancy,
  reason: reason ?? null,
  connection: connection ?? null,
  unreachable: unreachable ?? null,
})

/**
 * The ages of the report's moments, in seconds up to now. The moments are by the panel's clock, and the
 * report's own age is by the tablet's.
 */
function agesOf({ status: { at, since, readAt, pageAt }, age }: ToldWord) {
  const ageOf = (moment: number | undefined): number | null =>
    moment === undefined ? null : Math.round((at - moment + age) / 1000)
  return { word: ageOf(at), shown: ageOf(since), calendar: ageOf(readAt), page: ageOf(pageAt) }
}

const callsOf = ({ spent, calls }: ReturnType<CallCounter['shareOf']>) => ({
  spent,
  share: Math.round(calls),
})
