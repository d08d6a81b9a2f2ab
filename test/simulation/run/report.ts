import { newTally, type Tally } from '../people/office.ts'
import type { Outcome } from './simulate.ts'

/** What many seeds came to. */
export interface Report {
  seeds: number
  panelDays: number
  readonly tally: Tally
  readonly broken: {
    readonly seed: number
    readonly law: string
    readonly at: number
    readonly what: string
  }[]
}

export const newReport = (): Report => ({ seeds: 0, panelDays: 0, tally: newTally(), broken: [] })

export function addOutcome(report: Report, { scenario, panelDays, tally, violations }: Outcome): void {
  report.seeds++
  report.panelDays += panelDays
  addTally(report.tally, tally)
  for (const violation of violations.slice(0, 3)) report.broken.push({ seed: scenario.seed, ...violation })
}

export function addReport(report: Report, other: Report): void {
  report.seeds += other.seeds
  report.panelDays += other.panelDays
  addTally(report.tally, other.tally)
  report.broken.push(...other.broken)
}

function addTally(sum: Tally, { kept, drawn, bookedAfter, ...counts }: Tally): void {
  sum.meetings += counts.meetings
  sum.noShows += counts.noShows
  sum.taps += counts.taps
  sum.checkIns += counts.checkIns
  sum.releases += counts.releases
  sum.ends += counts.ends
  sum.crashes += counts.crashes
  sum.doorTaps += counts.doorTaps
  sum.booked += counts.booked
  sum.refused += counts.refused
  sum.inDoubt += counts.inDoubt
  sum.cleaned += counts.cleaned
  sum.orphans += counts.orphans
  sum.recalled += counts.recalled
  sum.faults += counts.faults
  sum.calls += counts.calls
  addCounts(sum.kept, kept)
  addCounts(sum.drawn, drawn)
  addCounts(sum.bookedAfter, bookedAfter)
}

function addCounts(sum: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count
}

/** So many are told of each law. */
const mostTold = 12

const firstOfEach = (broken: Report['broken']): Report['broken'] =>
  [...new Set(broken.map(({ law }) => law))].flatMap((law) =>
    broken.filter((one) => one.law === law).slice(0, mostTold),
  )

function countsOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const listed = (counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(counts)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, count]) => `  ${name.padEnd(60)}${String(count).padStart(9)}`)

/** Of counts by a number: the numbers below which so many lie. */
function quantiles(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).toSorted(([one], [other]) => Number(one) - Number(other))
  const all = sorted.reduce((sum, [, count]) => sum + count, 0)
  const at = (share: number): string => {
    let sum = 0
    return sorted.find(([, count]) => (sum += count) >= share * all)?.[0] ?? '-'
  }
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}`
}

export function printed({ seeds, panelDays, tally, broken }: Report, ms: number): string {
  const { kept, drawn, bookedAfter, ...counts } = tally
  return [
    `${panelDays} panel-days of ${seeds} seeds in ${(ms / 1000).toFixed(1)} s: ${((1000 * panelDays) / ms).toFixed(0)} a second`,
    ...Object.entries(counts).map(([name, count]) => `${name.padEnd(22)}${count}`),
    `booked after, seconds ${quantiles(bookedAfter)}`,
    'kept, by reason:',
    ...listed(kept),
    'odd things, and what they led to:',
    ...listed(drawn),
    `violations            ${broken.length}`,
    ...listed(countsOf(broken.map(({ law }) => law))),
    ...firstOfEach(broken).map(
      (one) => `  seed ${one.seed}, ${new Date(one.at).toISOString()}: ${one.law}: ${one.what}`,
    ),
    '',
  ].join('\n')
}
