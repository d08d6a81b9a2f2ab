import { hours, minutes, seconds } from '../time/time.ts'

/**
 * How often something died that is always brought back: the page, or the whole program. Who lived well for some seconds may
 * be brought back at once; who did not, and who dies all day long, may not, lest the door flicker for ever.
 */
export interface Deaths {
  /** How many lives in a row, up to the last one, were over before they had been well. */
  readonly inARow: number
  /** When the deaths of the last hour were, on a clock that only goes forward, ms. */
  readonly lately: readonly number[]
}

export interface Death {
  readonly at: number
  /** Whether the life that is over had shown the door for `wellAfter`. */
  readonly wasWell: boolean
}

export const noDeaths: Deaths = { inARow: 0, lately: [] }

/** A life that has shown the door for so long was a good one, ms. */
export const wellAfter = seconds(8)

const remembered = hours(1)
const mostInARow = 3
/** One a minute, each after a good while: more is a door that nobody can use. */
const mostLately = 60
const firstRest = seconds(30)
const longestRest = minutes(5)

export const deathsAfter = ({ inARow, lately }: Deaths, { at, wasWell }: Death): Deaths => ({
  inARow: wasWell ? 1 : inARow + 1,
  // Of a clock that began anew since, nothing is known of what was before.
  lately: [...lately.filter((other) => other <= at && at - other < remembered), at].slice(-(mostLately + 1)),
})

/** Whether to show that something is wrong, instead of trying again at once. */
export const isLoop = ({ inARow, lately }: Deaths): boolean =>
  inARow > mostInARow || lately.length > mostLately

/** How long to wait before the next life begins, ms. */
export function pauseAfter(deaths: Deaths): number {
  const { inARow } = deaths
  if (!isLoop(deaths)) return inARow <= 1 ? 0 : seconds(1) * 2 ** (inARow - 2)
  if (inARow <= mostInARow) return longestRest
  return Math.min(firstRest * 2 ** (inARow - mostInARow - 1), longestRest)
}
