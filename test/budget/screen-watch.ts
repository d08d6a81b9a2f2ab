import { minutes, plus, seconds } from '../../shared/time/time.ts'
import type { Door } from './door.ts'
import type { Watcher } from './live-day.ts'
import type { QueueClock } from './queue-clock.ts'

/** How old a screen was, ms each time. */
export interface Seen {
  /** From a change in the calendar until the screen showed a reading that was asked for after it. */
  readonly changes: number[]
  /** The same from each start and end that the panel knew of. */
  readonly boundaries: number[]
  /** How old the data was three seconds after a touch. */
  readonly touches: number[]
  /** The same where a call failed on the way in those seconds. */
  readonly unluckyTouches: number[]
  /** The age of what was shown as free, looked at once a minute. */
  readonly green: number[]
  /** Of the minutes in office hours, those in which the panel said that it doesn't know, and those in which it said free wrongly. */
  readonly minutes: { unknown: number; wronglyFree: number; all: number }
}

const gridOfBoundaries = minutes(5)

/** Stands before a door and notes how old its screen is. `isOpen`: office hours. */
export function watchScreen(door: Door, clock: QueueClock, isOpen: () => boolean): Seen & Watcher {
  const { panel, room } = door
  const seen: Seen = {
    changes: [],
    boundaries: [],
    touches: [],
    unluckyTouches: [],
    green: [],
    minutes: { unknown: 0, wronglyFree: 0, all: 0 },
  }
  let waiting: { readonly since: number; readonly ages: number[] }[] = []
  let readAt = -Infinity
  let brokenAt = -Infinity

  const look = (ages: number[]): void => void waiting.push({ since: clock.now(), ages })
  door.onReading((askedAt) => {
    readAt = askedAt
    for (const { since, ages } of waiting) if (since <= readAt) ages.push(clock.now() - since)
    waiting = waiting.filter(({ since }) => since > readAt)
  })
  const everyMinute = (): void => {
    clock.after(minutes(1), everyMinute)
    if (!isOpen()) return
    const { occupancy, bookings } = panel.current()
    const now = clock.now()
    seen.minutes.all += 1
    if (occupancy.kind === 'unknown') seen.minutes.unknown += 1
    if (occupancy.kind === 'free') {
      seen.green.push(now - readAt)
      // A minute after a start the screen has had its time to be right.
      const taken = room.schedule.within({ start: now, end: plus(now, 1) }, now)
      if (taken.some(({ start }) => start < now)) seen.minutes.wronglyFree += 1
    }
    const isBoundary = bookings.some(({ start, end }) => start === now || end === now)
    if (now % gridOfBoundaries === 0 && isBoundary) look(seen.boundaries)
  }
  clock.after(minutes(1) - (clock.now() % minutes(1)), everyMinute)
  return {
    ...seen,
    changed: () => (isOpen() ? look(seen.changes) : undefined),
    touched: () => {
      const touchedAt = clock.now()
      clock.after(seconds(3), () =>
        (brokenAt >= touchedAt ? seen.unluckyTouches : seen.touches).push(clock.now() - readAt),
      )
    },
    failed: () => (brokenAt = clock.now()),
  }
}
