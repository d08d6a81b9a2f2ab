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

function addTally(sum: Tally, { kept, ...counts }: Tally): void {
  sum.meetings += counts.meetings
  sum.noShows += counts.noShows
  sum.taps += counts.taps
  sum.checkIns += counts.checkIns
  sum.releases += counts.releases
  sum.ends += counts.ends
  sum.crashes += counts.crashes
  sum.recalled += counts.recalled
  sum.faults += counts.faults
  sum.calls += counts.calls
  for (const [reason, count] of Object.entries(kept)) sum.kept[reason] = (sum.kept[reason] ?? 0) + count
}

export function printed({ seeds, panelDays, tally, broken }: Report, ms: number): string {
  const { kept, ...counts } = tally
  const reasons = Object.entries(kept).toSorted(([, one], [, other]) => other - one)
  return [
    `${panelDays} panel-days of ${seeds} seeds in ${(ms / 1000).toFixed(1)} s: ${((1000 * panelDays) / ms).toFixed(0)} a second`,
    ...Object.entries(counts).map(([name, count]) => `${name.padEnd(22)}${count}`),
    'kept, by reason:',
    ...reasons.map(([name, count]) => `  ${name.padEnd(20)}${count}`),
    `violations            ${broken.length}`,
    ...broken
      .slice(0, 40)
      .map((one) => `  seed ${one.seed}, ${new Date(one.at).toISOString()}: ${one.law}: ${one.what}`),
    '',
  ].join('\n')
}
