import { hours } from '../../../shared/time/time.ts'
import type { Broken, Lived } from './world.ts'

/** How many worlds went. */
export interface WorldsReport {
  worlds: number
  /** Rooms times the time that they lived, ms. */
  roomTime: number
  readonly tally: Record<string, number>
  readonly broken: (Broken & { readonly seed: number })[]
}

export const newWorldsReport = (): WorldsReport => ({ worlds: 0, roomTime: 0, tally: {}, broken: [] })

export function addLived(report: WorldsReport, seed: number, { roomTime, tally, broken }: Lived): void {
  const seeded = broken.map((one) => ({ ...one, seed }))
  addWorlds(report, { worlds: 1, roomTime, tally, broken: seeded })
}

export function addWorlds(
  report: WorldsReport,
  { worlds, roomTime, tally, broken }: Readonly<WorldsReport>,
): void {
  report.worlds += worlds
  report.roomTime += roomTime
  for (const [name, count] of Object.entries(tally)) report.tally[name] = (report.tally[name] ?? 0) + count
  report.broken.push(...broken)
}

/** So many are told. */
const mostTold = 20

export const printedWorlds = ({ worlds, roomTime, tally, broken }: WorldsReport, ms: number): string =>
  [
    `${worlds} worlds, ${(roomTime / hours(1)).toFixed(0)} room-hours in ${(ms / 1000).toFixed(1)} s`,
    ...Object.entries(tally).map(([name, count]) => `${name.padEnd(28)}${String(count).padStart(9)}`),
    `${'violations'.padEnd(28)}${String(broken.length).padStart(9)}`,
    ...broken.slice(0, mostTold).map(({ seed, law, what }) => `  seed ${seed}: ${law}: ${what}`),
    '',
  ].join('\n')
