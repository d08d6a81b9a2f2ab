import type { Fate } from './door.ts'
import type { Month } from './month.ts'
import { type Office, outage, powerBack } from './many-doors.ts'

/** Seconds. */
export interface Spread {
  readonly median: number
  readonly p95: number
  readonly most: number
}

export function spreadOf(ms: readonly number[]): Spread {
  const sorted = ms.toSorted((one, other) => one - other)
  const at = (share: number): number =>
    Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? NaN) / 100) / 10
  return { median: at(0.5), p95: at(0.95), most: at(1) }
}

/** What several months with the same budget came to. */
export interface MonthFigures {
  readonly callsPerMonth: number
  /** The least and the most that any of the months used. */
  readonly calls: readonly [number, number]
  /** The part of the months that ended within the budget. */
  readonly withinBudget: number
  readonly change: Spread
  readonly boundary: Spread
  readonly touch: Spread
  /** Touches in whose three seconds a call failed on the way. */
  readonly unluckyTouches: number
  readonly green: Spread
  /** The part of the office hours in which the panel said that it doesn't know. */
  readonly unknown: number
  /** The minutes of an average month in which a green screen was wrong: a meeting had begun of which it hadn't read. */
  readonly wronglyFree: number
}

export function monthFigures(callsPerMonth: number, months: readonly Month[]): MonthFigures {
  const calls = months.map((month) => month.calls)
  const all = (pick: (month: Month) => readonly number[]): Spread => spreadOf(months.flatMap(pick))
  const sum = (pick: (month: Month) => number): number =>
    months.reduce((total, month) => total + pick(month), 0)
  return {
    callsPerMonth,
    calls: [Math.min(...calls), Math.max(...calls)],
    withinBudget: calls.filter((count) => count <= callsPerMonth).length / calls.length,
    change: all(({ seen }) => seen.changes),
    boundary: all(({ seen }) => seen.boundaries),
    touch: all(({ seen }) => seen.touches),
    unluckyTouches: sum(({ seen }) => seen.unluckyTouches.length),
    green: all(({ seen }) => seen.green),
    unknown: sum(({ seen }) => seen.minutes.unknown) / sum(({ seen }) => seen.minutes.all),
    wronglyFree: sum(({ seen }) => seen.minutes.wronglyFree) / months.length,
  }
}

interface Load {
  readonly calls: number
  /** The most in one second, and in one minute. */
  readonly perSecond: number
  readonly perMinute: number
  /** Refused for being too many. */
  readonly limited: number
}

export interface OfficeFigures {
  readonly doors: number
  readonly callsPerMonth: number
  /** The first ten minutes after a power cut, the time after, the outage, and the hour after it. */
  readonly load: Readonly<Record<Phase, Load>>
  readonly liveAfterPowerCut: Spread
  readonly liveAfterOutage: Spread
  readonly boundary: Spread
}

type Phase = 'start' | 'steady' | 'outage' | 'after'

const starting = 600_000

export function officeFigures(doors: number, office: Office): OfficeFigures {
  const steady = powerBack + starting
  const load = (from: number, to: number): Load =>
    loadOf(office.calls.filter(({ at }) => from <= at && at < to))
  return {
    doors,
    callsPerMonth: office.callsPerMonth,
    load: {
      start: load(powerBack, steady),
      steady: load(steady, outage.start),
      outage: load(outage.start, outage.end),
      after: load(outage.end, Infinity),
    },
    liveAfterPowerCut: spreadOf(office.live.afterPowerCut),
    liveAfterOutage: spreadOf(office.live.afterOutage),
    boundary: spreadOf(office.boundaries),
  }
}

const loadOf = (calls: readonly { readonly at: number; readonly fate: Fate }[]): Load => ({
  calls: calls.length,
  perSecond: mostWithin(1000, calls),
  perMinute: mostWithin(60_000, calls),
  limited: calls.filter(({ fate }) => fate === 'limited').length,
})

function mostWithin(length: number, calls: readonly { readonly at: number }[]): number {
  const counts = new Map<number, number>()
  for (const { at } of calls) {
    const window = Math.floor(at / length)
    counts.set(window, (counts.get(window) ?? 0) + 1)
  }
  return [...counts.values()].reduce((most, count) => Math.max(most, count), 0)
}
