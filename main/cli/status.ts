import type { CallCounter, Journal } from '../../engine/ports.ts'
import type { Share } from '../../shared/budget/call-ledger.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import type { Decision, JournalContent } from '../../shared/panel/journal.ts'
import type { Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { TabletIdentity } from '../../shared/set-up/tablet.ts'
import { lineJson, lineText } from './checks/check-line.ts'
import { type CheckLine, isBad } from './checks/check.ts'
import { type DoorParts, pageFinding, panelFinding } from './checks/door-findings.ts'
import { configurationFinding } from './checks/set-up-checks.ts'
import { shareText } from './share-text.ts'

export interface StatusParts extends DoorParts {
  readonly tablet: TabletIdentity
  readonly journal: Pick<Journal, 'read'>
  readonly configuration: Result<Configuration, SetUpProblem>
  /** The panel's share of so many calls a month, and how much of it is spent. */
  readonly shareOf: CallCounter['shareOf']
  readonly asJson: boolean
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/** The number of latest decisions that are printed. */
const decisionsTold = 20

/**
 * Prints the door's state and its reasons, from the panel's files. Returns the exit status: 0, or 1 if the
 * door is of no use to people now, as far as the files tell.
 */
export async function status(parts: StatusParts): Promise<0 | 1> {
  const { isRunning, word, asJson, say, tablet } = parts
  const lines: readonly CheckLine[] = [
    { name: 'door', ...panelFinding(parts) },
    { name: 'page', ...pageFinding(parts) },
    { name: 'configuration', ...configurationFinding(parts.configuration) },
  ]
  const share = shareNow(parts)
  const journal = await journalFacts(parts.journal)
  if (asJson)
    say(
      JSON.stringify({
        tablet,
        isRunning,
        ...Object.fromEntries(lines.map((line) => [line.name, lineJson(line)])),
        ...(word && { shown: readable(word.status), age: secondsIn(word.age) }),
        ...(share && { calls: shareJson(share) }),
        journal,
      }),
    )
  else {
    say(`panel: ${isRunning ? 'running' : 'not running'}`)
    say(`tablet: ${tablet.name}, ${tablet.code}`)
    for (const line of lines) say(lineText(line))
    if (word) say(`written: ${secondsIn(word.age)} s ago`)
    for (const [name, value] of Object.entries(readable(word?.status ?? {}))) say(`${name}: ${String(value)}`)
    if (share) say(`calls this month: ${shareText(share, share.callsPerMonth)}`)
    for (const line of journalLines(journal)) say(line)
  }
  return lines.some(({ name, ...finding }) => isOfDoor(name) && isBad(finding)) ? 1 : 0
}

/** A running panel continues with its last good configuration, so an unusable new one does not count. */
const isOfDoor = (name: string): boolean => name !== 'configuration'

const secondsIn = (ms: number): number => Math.round(ms / 1000)

/** The panel's share now; undefined if it makes no calls, or if the configuration, which has their number, can't be read. */
function shareNow({ configuration, shareOf }: StatusParts): (Share & { callsPerMonth: number }) | undefined {
  // With a hub, that makes the calls.
  if (!configuration.ok || configuration.value.hub !== undefined) return undefined
  const { callsPerMonth } = configuration.value.budget
  return { ...shareOf(callsPerMonth), callsPerMonth }
}

const shareJson = ({ spent, calls, since, callsPerMonth }: Share & { callsPerMonth: number }) => ({
  spent,
  share: Math.round(calls),
  since: iso(since),
  callsPerMonth,
})

interface JournalFacts {
  readonly state: 'ok' | 'missing' | 'lost' | 'corrupt' | 'unreadable'
  readonly checkIns: number
  readonly seriesGuard?: string
  readonly decisions: readonly ReturnType<typeof decisionTold>[]
}

async function journalFacts(journal: Pick<Journal, 'read'>): Promise<JournalFacts> {
  const read = await journal.read()
  if (!read.ok) return { state: 'unreadable', checkIns: 0, decisions: [] }
  if (read.value.kind !== 'found') return { state: read.value.kind, checkIns: 0, decisions: [] }
  return { state: 'ok', ...factsIn(read.value.content) }
}

const factsIn = ({ checkIns, decisions, seriesHarm }: JournalContent): Omit<JournalFacts, 'state'> => ({
  checkIns: checkIns.length,
  ...(seriesHarm && { seriesGuard: iso(seriesHarm.at) }),
  decisions: decisions.slice(-decisionsTold).map(decisionTold),
})

const decisionTold = ({ booking, start, end, at, outcome, because }: Decision) => ({
  at: iso(at),
  booking,
  start: iso(start),
  end: iso(end),
  outcome,
  ...(because && { because }),
})

function journalLines({ state, checkIns, seriesGuard, decisions }: JournalFacts): readonly string[] {
  return [
    `journal: ${state}, ${checkIns} check-ins`,
    ...(seriesGuard === undefined
      ? []
      : [`automatic release: off since ${seriesGuard}, a reply hit other instances of a series`]),
    ...decisions.map(({ at, booking, outcome, because }) =>
      [at, booking, outcome, because].filter((part) => part !== undefined).join(' '),
    ),
  ]
}

/** The status with its moments as ISO dates. */
const readable = (status: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(status).map(([name, value]) => [name, typeof value === 'number' ? iso(value) : value]),
  )

const iso = (at: number): string => new Date(at).toISOString()
