import { parseArgs } from 'node:util'
import { type MonthFigures, monthFigures, type OfficeFigures, officeFigures } from './figures.ts'
import { liveMorning } from './many-doors.ts'
import { liveMonth, type Month } from './month.ts'
import { monthLines, officeLines } from './tables.ts'

/**
 * `npm run budget`: months at one door and mornings at many, in virtual time, with the real panel and the real client on
 * the simulator. Takes about two minutes. What the numbers of the office are from: office-numbers.ts.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '3' },
    budgets: { type: 'string', default: '2000,8000,20000,45000' },
    doors: { type: 'string', default: '1,10,100,1000' },
  },
})
const listOf = (text: string): readonly number[] => text.split(',').filter(Boolean).map(Number)
const say = (...lines: readonly string[]): void =>
  void process.stdout.write(lines.map((line) => `${line}\n`).join(''))

const months: MonthFigures[] = []
for (const callsPerMonth of listOf(values.budgets)) {
  const lived: Month[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other: the machine may be a small one
  for (let seed = 1; seed <= Number(values.seeds); seed++)
    lived.push(await liveMonth({ callsPerMonth, seed }))
  months.push(monthFigures(callsPerMonth, lived))
}
const offices: OfficeFigures[] = []
for (const doors of listOf(values.doors)) {
  // oxlint-disable-next-line no-await-in-loop -- the same
  offices.push(officeFigures(doors, await liveMorning(doors, 1)))
}

if (values.json) say(JSON.stringify({ months, offices }))
else
  say(
    `One door, July 2026, ${values.seeds} seeds. Ages in seconds: median / 95th percentile / most.`,
    'change: from a change in office hours until the screen had read it; boundary: the same from a start or end;',
    'free: how old a green screen was; unknown: the part of the office hours in which the panel said so; wrongly free: minutes of the month in which it was green and a meeting ran.',
    '',
    ...monthLines(months),
    '',
    'Many doors, one app: 50 calls/s, 1,000/min, a million a month for all. All panels begin in one second; later ten minutes without a network.',
    'true again: from then until the screen was live.',
    '',
    ...officeLines(offices),
  )
