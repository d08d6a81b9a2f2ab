import type { MonthFigures, OfficeFigures, Spread } from './figures.ts'

/** The figures for people to read, one line each. */
export const monthLines = (figures: readonly MonthFigures[]): readonly string[] =>
  tableOf(
    [
      'budget',
      'used',
      'within',
      'change',
      'boundary',
      '3 s after a touch',
      'free',
      'unknown',
      'wrongly free',
    ],
    figures.map((month) => [
      number(month.callsPerMonth),
      month.calls.map(number).join(' to '),
      percent(month.withinBudget),
      seconds(month.change),
      seconds(month.boundary),
      seconds(month.touch),
      seconds(month.green),
      percent(month.unknown),
      `${Math.round(month.wronglyFree)} min`,
    ]),
  )

export const officeLines = (figures: readonly OfficeFigures[]): readonly string[] =>
  tableOf(
    ['doors', 'budget', 'phase', 'calls', 'most/s', 'most/min', 'limited', 'true again', 'boundary'],
    figures.flatMap(({ doors, callsPerMonth, load, liveAfterPowerCut, liveAfterOutage, boundary }) => [
      [
        number(doors),
        number(callsPerMonth),
        'power back',
        ...loadCells(load.start),
        seconds(liveAfterPowerCut),
        '',
      ],
      ['', '', 'ordinary', ...loadCells(load.steady), '', seconds(boundary)],
      ['', '', 'outage', ...loadCells(load.outage), '', ''],
      ['', '', 'after it', ...loadCells(load.after), seconds(liveAfterOutage), ''],
    ]),
  )

const loadCells = ({
  calls,
  perSecond,
  perMinute,
  limited,
}: OfficeFigures['load']['start']): readonly string[] => [calls, perSecond, perMinute, limited].map(number)

/** Median, 95th percentile and maximum. */
const seconds = ({ median, p95, most }: Spread): string =>
  Number.isNaN(median) ? '-' : `${median} / ${p95} / ${most}`

const number = (count: number): string => count.toLocaleString('en-US')
const percent = (share: number): string => `${Math.round(share * 100)} %`

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const lines = [heads, ...rows]
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  return lines.map((cells) => cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
}
