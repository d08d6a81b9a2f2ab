import { type Instant, type Interval, minutes } from '../time/time.ts'

/** A shorter gap is too short for a meeting, ms. */
export const shortestGap = minutes(15)

/** The stretches of `range` without a booking that are long enough to be used. `booked` is sorted by start. */
export function gapsIn(booked: readonly Interval[], range: Interval): readonly Interval[] {
  const gaps: Interval[] = []
  let from: Instant = range.start
  for (const { start, end } of [...booked, { start: range.end, end: range.end }]) {
    if (start - from >= shortestGap) gaps.push({ start: from, end: start })
    if (end > from) from = end
  }
  return gaps
}
