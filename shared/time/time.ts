declare const instant: unique symbol

/** A moment, in whole milliseconds since 1970-01-01T00:00Z, by the server's clock. */
export type Instant = number & { readonly [instant]: true }

/** Milliseconds since 1970 as an `Instant`, which is whole. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where an Instant is made
export const instantOf = (epochMs: number): Instant => Math.round(epochMs) as Instant

/** The moment `ms` milliseconds after `from` (before it, if negative). */
export const plus = (from: Instant, ms: number): Instant => instantOf(from + ms)

/** Later than any moment: stands for an event that won't come when the first of several is sought. */
export const endOfTime = Infinity

export const seconds = (count: number): number => count * 1000
export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => count * 3_600_000
export const days = (count: number): number => count * 86_400_000

/** A time span that includes its start and excludes its end. */
export interface Interval {
  readonly start: Instant
  readonly end: Instant
}

export const contains = (interval: Interval, moment: Instant): boolean =>
  interval.start <= moment && moment < interval.end

export const overlaps = (one: Interval, other: Interval): boolean =>
  one.start < other.end && other.start < one.end

/** The earlier of two moments; undefined stands for a moment that does not come. */
export const earlier = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one
