import type { Cancel, Clock } from '../../engine/ports.ts'
import { type Instant, minutes, plus } from '../../shared/time/time.ts'

/**
 * Shows whether the page still paints, for IT and for the supervisor: the panel sends it the present snapshot
 * again, and the page reports that it has painted it.
 */
export interface PagePulse {
  readonly answered: () => void
  /** When the page last answered, by the present clock, which may have been corrected since. */
  readonly lastAt: () => Instant | undefined
  /** Calls `show` after each `every` ms. Returns the function that stops it. */
  readonly start: (every: number, show: () => void) => Cancel
}

/**
 * How often to ask the page, ms: three times within the supervisor's patience, so that one answer may be
 * lost.
 */
export const pulseInterval = (patience: number | undefined): number =>
  Math.min(minutes(1), (patience ?? Number.POSITIVE_INFINITY) / 3)

/** `onAnswer` is called with each answer of the page. */
export function createPagePulse(
  clock: Pick<Clock, 'now' | 'elapsed' | 'after'>,
  onAnswer: () => void = () => undefined,
): PagePulse {
  let last: number | undefined
  return {
    answered: () => {
      last = clock.elapsed()
      onAnswer()
    },
    lastAt: () => (last === undefined ? undefined : plus(clock.now(), last - clock.elapsed())),
    start(every, show) {
      let cancel: Cancel | undefined
      const wait = (): void => {
        cancel = clock.after(every, () => {
          show()
          wait()
        })
      }
      wait()
      return () => cancel?.()
    },
  }
}
