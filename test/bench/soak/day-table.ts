import { median } from '../statistics.ts'
import { byDay, type Sample } from './live-month.ts'

const roles = ['main', 'renderer', 'gpu-process']

/** Day by day, as Markdown. */
export function dayTable(samples: readonly Sample[]): string {
  const heads = ['Day', 'Own memory, MB', 'least', 'PSS, MB', ...roles, 'Open files', 'Disk, MB', 'Touches']
  const rows = byDay(samples).map((hours, day) => cellsOf(hours, day + 1))
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `${introduction}\n\n${lines.join('\n')}\n`
}

const introduction = `# Thirty days in 72 minutes

Written by \`npm run bench -- --only soak\` ([what it does](performance.md#the-soak)). Memory: the median of the day's 24
hours, and the least of them. Own memory is what no file backs, of all processes; then that of each kind of process. Open files: the most of the
day. Disk, with the log, and touches since the beginning: at its end.

![Own memory of each process, open files and disk, hour by hour](soak.png)`

function cellsOf(hours: readonly Sample[], day: number): readonly string[] {
  const own = hours.map(({ processes }) => sum(processes.map(({ anonymous }) => anonymous)))
  const pss = hours.map((sample) => sum(sample.processes.map(({ pss }) => pss)))
  const handles = hours.map(({ processes }) => sum(processes.map(({ handles }) => handles)))
  const touches = Object.values(hours.at(-1)?.tally.touched ?? {})
  return [
    `${day}`,
    megabytes(median(own)),
    megabytes(Math.min(...own)),
    megabytes(median(pss)),
    ...roles.map((role) => megabytes(median(hours.map((sample) => ownOf(sample, role))))),
    `${Math.max(...handles)}`,
    (sum(Object.values(hours.at(-1)?.disk ?? {})) / 1e6).toFixed(2),
    `${sum(touches)}`,
  ]
}

/** Of all processes of this kind, kB. */
export const ownOf = ({ processes }: Sample, role: string): number =>
  sum(processes.filter((one) => one.role === role).map(({ anonymous }) => anonymous))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const megabytes = (kilobytes: number): string => (kilobytes / 1000).toFixed(1)
