import { hours, minutes, seconds } from '../time/time.ts'

/**
 * The recent deaths of a part that is always brought back: the page, or the whole program. A part that lived
 * well for some seconds may come back at once. After shorter lives, or too many deaths in an hour, it must
 * wait, or the door would flicker for ever.
 */
export interface Deaths {
  /** How many lives in a row, up to the last one, ended before `wellAfter`. */
  readonly inARow: number
  /** The times of the last hour's deaths, on a clock that only goes forward, ms. */
  readonly lately: readonly number[]
}

export interface Death {
  readonly at: number
  /** Whether the life that ended had shown the door for `wellAfter`. */
  readonly wasWell: boolean
}

export const noDeaths: Deaths = { inARow: 0, lately: [] }

/** A life is a good one once it has shown the door for this time, ms. */
export const wellAfter = seconds(8)

const remembered = hours(1)
const mostInARow = 3
/** One a minute on average, even after good lives. With more deaths people can't use the door. */
const mostLately = 60
const firstRest = seconds(30)
const longestRest = minutes(5)

export const deathsAfter = ({ inARow, lately }: Deaths, { at, wasWell }: Death): Deaths => ({
  inARow: wasWell ? 1 : inARow + 1,
  // If the clock began again since, its earlier times can't be compared, so they are dropped.
  lately: [...lately.filter((other) => other <= at && at - other < remembered), at].slice(-(mostLately + 1)),
})

/** Whether to show the support page, instead of trying again at once. */
export const isLoop = ({ inARow, lately }: Deaths): boolean =>
  inARow > mostInARow || lately.length > mostLately

/** How long to wait before the next try, ms. */
export function pauseAfterDeaths(deaths: Deaths): number {
  const { inARow } = deaths
  if (!isLoop(deaths)) return inARow <= 1 ? 0 : seconds(1) * 2 ** (inARow - 2)
  if (inARow <= mostInARow) return longestRest
  return Math.min(firstRest * 2 ** (inARow - mostInARow - 1), longestRest)
}
