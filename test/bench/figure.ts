import { median, p95 } from './statistics.ts'

/** What was measured, with what it is held against, in the same run. */
export interface Measured {
  readonly figure: string
  readonly unit: string
  readonly values: readonly number[]
  /** What the reference is, in words. */
  readonly against: string
  readonly reference: readonly number[]
  readonly limit: Limit
}

/**
 * `ratio` to the reference, `median`, `p95`, or `excess` of the median over the reference: at most, or at least, so much.
 */
export interface Limit {
  readonly of: 'ratio' | 'median' | 'p95' | 'excess'
  readonly most?: number
  readonly least?: number
}

/** A line of the table, and an item of `--json`. */
export interface Row {
  readonly figure: string
  readonly unit: string
  readonly runs: number
  readonly median: number
  readonly p95: number
  /** The least and the most of the runs. */
  readonly spread: readonly [number, number]
  /** Median of the reference. */
  readonly reference: number
  readonly against: string
  readonly ratio: number
  readonly limit: string
  readonly holds: boolean
}

export function rowOf({ figure, unit, values, against, reference, limit }: Measured): Row {
  const middle = median(values)
  const compared = median(reference)
  const ratio = middle / compared
  const judged = { ratio, median: middle, p95: p95(values), excess: middle - compared }[limit.of]
  const { most = Infinity, least = -Infinity } = limit
  return {
    figure,
    unit,
    runs: values.length,
    median: rounded(middle),
    p95: rounded(p95(values)),
    spread: [rounded(Math.min(...values)), rounded(Math.max(...values))],
    reference: rounded(compared),
    against,
    ratio: rounded(ratio),
    limit: limitText(limit),
    holds: judged <= most && judged >= least,
  }
}

const limitText = ({ of, most, least }: Limit): string =>
  most === undefined ? `${of} ≥ ${least}` : `${of} ≤ ${most}`

/** To three significant figures, or to the unit where there are more. */
const rounded = (value: number): number =>
  Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3))
