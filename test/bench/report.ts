import type { Row } from './figure.ts'

const heads = ['Figure', 'Unit', 'Runs', 'Median', 'p95', 'Spread', 'Reference', 'Ratio', 'Limit', 'Holds']

/** As Markdown, so that it can go into docs/performance.md as it is. */
export const tableOf = (rows: readonly Row[]): string =>
  [heads, heads.map(() => '---'), ...rows.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const cellsOf = (row: Row): readonly string[] => [
  row.figure,
  row.unit,
  `${row.runs}`,
  `${row.median}`,
  `${row.p95}`,
  row.spread.join(' to '),
  `${row.reference} (${row.against})`,
  `${row.ratio}`,
  row.limit,
  row.holds ? 'yes' : 'no',
]
