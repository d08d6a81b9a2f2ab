import type { Cancel, Clock } from '../../engine/ports.ts'
import { type Instant, minutes, plus } from '../../shared/time/time.ts'

/** Whether the page still paints, for IT and for whoever watches the panel: it is shown again what it shows, and says that it has painted it. */
export interface PagePulse {
  readonly answered: () => void
  /** When the page last answered, by what the clock says now: it may have been put right since. */
  readonly lastAt: () => Instant | undefined
  /** Calls `show` every so many ms from now on. Gives back how to stop. */
  readonly start: (every: number, show: () => void) => Cancel
}

/** How often to ask the page, ms: more than twice within what a supervisor waits for, so that one answer may be lost. */
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
