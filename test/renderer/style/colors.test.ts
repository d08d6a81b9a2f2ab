import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori'
import { expect, test } from 'vitest'
import { leastDifference } from '../../../shared/appearance/color-difference.ts'
import { contrast } from '../../../shared/appearance/contrast.ts'
import { ownColors } from '../../../shared/appearance/state-colors.ts'
import { colorsFor } from './color-tokens.ts'

const states = ['free', 'awaitingCheckIn', 'inUse', 'unknown', 'outOfService', 'notSetUp'] as const
/** A door is dimmed only while there is no meeting on it. */
const looks = [
  { look: 'by day', marks: {}, shown: states },
  { look: 'dimmed', marks: { dimmed: 'true' }, shown: states.filter((state) => !/inUse|await/.test(state)) },
]

const token = (marks: Readonly<Record<string, string>>, name: string): string =>
  colorsFor(marks)[name] ?? expect.fail(`${JSON.stringify(marks)} has no ${name}`)

const written = (value: number): string => value.toFixed(2)
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row).join('\n')

const contrasts = looks.flatMap(({ look, marks, shown }) =>
  shown.map((occupancy) => {
    const of = (name: string): string => token({ occupancy, ...marks }, name)
    const slabs = occupancy === 'unknown' ? [of('--slab'), of('--slab-stripe')] : [of('--slab')]
    const least = (ink: string): number => Math.min(...slabs.map((slab) => wcagContrast(slab, of(ink))))
    return { look, occupancy, headline: least('--ink'), text: least('--soft') }
  }),
)

const days = [{ theme: 'dark' }, { theme: 'light' }, { theme: 'dark', dimmed: 'true' }].map((marks) => {
  const of = (name: string): string => token({ occupancy: 'free', ...marks }, name)
  const grounds = ['--day', '--booked', '--gap'].map(of)
  return {
    day: marks.dimmed === undefined ? marks.theme : 'dimmed',
    ink: Math.min(...grounds.map((ground) => wcagContrast(ground, of('--day-ink')))),
    soft: Math.min(...[of('--day'), of('--booked-past')].map((on) => wcagContrast(on, of('--day-soft')))),
  }
})

const seen = {
  everybody: (color: string) => parse(color),
  protan: (color: string) => filterDeficiencyProt(1)(parse(color) ?? expect.fail(color)),
  deutan: (color: string) => filterDeficiencyDeuter(1)(parse(color) ?? expect.fail(color)),
  tritan: (color: string) => filterDeficiencyTrit(1)(parse(color) ?? expect.fail(color)),
}
const difference = differenceEuclidean('oklab')
const pairs = states
  .slice(0, 4)
  .flatMap((one, index) => states.slice(index + 1, 4).map((other) => [one, other] as const))

const differences = pairs.map(([one, other]) => ({
  one,
  other,
  seen: Object.values(seen).map((see) => {
    const [first, second] = [one, other].map((occupancy) => see(token({ occupancy }, '--slab')))
    return difference(first ?? expect.fail(one), second ?? expect.fail(other))
  }),
}))

test.each(contrasts)(
  '$occupancy $look has a headline of 7:1 or more, and text of 4.5:1',
  ({ headline, text }) => {
    expect(headline).toBeGreaterThanOrEqual(7)
    expect(text).toBeGreaterThanOrEqual(4.5)
  },
)

test.each(days)('the day in its $day look is readable', ({ ink, soft }) => {
  expect(ink).toBeGreaterThanOrEqual(4.5)
  expect(soft).toBeGreaterThanOrEqual(4.5)
})

test.each(differences)('$one and $other differ for every kind of sight', ({ one, other, seen }) => {
  // Grey can come near everything: what is not known is hatched, and its ring is broken.
  const least = [one, other].includes('unknown') ? 0.05 : 0.2
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(least)
})

test('the tables of the documentation are the ones that are measured here', () => {
  const documentation = readFileSync(join(import.meta.dirname, '../../../docs/design.md'), 'utf8')
  const tables = [
    tableOf(
      ['State', 'Look', 'Headline', 'Text'],
      contrasts.map(({ occupancy, look, headline, text }) => [
        occupancy,
        look,
        written(headline),
        written(text),
      ]),
    ),
    tableOf(
      ['The day', 'Text', 'Past, hours and dates'],
      days.map(({ day, ink, soft }) => [day, written(ink), written(soft)]),
    ),
    tableOf(
      ['Two states', ...Object.keys(seen)],
      differences.map(({ one, other, seen }) => [`${one}, ${other}`, ...seen.map(written)]),
    ),
  ]
  for (const table of tables) expect(documentation).toContain(table)
})

test('the panel knows its own colours, and their least difference', () => {
  const slab = (occupancy: string): string => token({ occupancy }, '--slab')
  expect(ownColors).toEqual({
    free: slab('free'),
    checkIn: slab('awaitingCheckIn'),
    inUse: slab('inUse'),
  })
  const [tightest] = differences.filter(({ one, other }) => one === 'awaitingCheckIn' && other === 'inUse')
  expect(leastDifference(ownColors.checkIn, ownColors.inUse)).toBeCloseTo(
    Math.min(...(tightest?.seen ?? [])),
    5,
  )
})

test('the panel measures contrast as culori does', () => {
  for (const [one, other] of [
    ['#1b50bd', '#ffffff'],
    ['#8fe3ae', '#000000'],
    ['#777777', '#04180c'],
  ] as const)
    expect(contrast(one, other)).toBeCloseTo(wcagContrast(one, other), 2)
})
