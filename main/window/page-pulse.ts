import { type Instant, minutes } from '../../shared/domain/time.ts'
import type { Cancel, Clock } from '../ports.ts'

/** Whether the page still paints, for IT and for whoever watches the panel: it is shown again what it shows, and says that it has painted it. */
export interface PagePulse {
  readonly answered: () => void
  /** When the page last answered. */
  readonly lastAt: () => Instant | undefined
  /** Calls `show` every so many ms from now on. Gives back how to stop. */
  readonly start: (every: number, show: () => void) => Cancel
}

/** How often to ask the page, ms: more than twice within what a supervisor waits for, so that one answer may be lost. */
export const pulseInterval = (patience: number | undefined): number =>
  Math.min(minutes(1), (patience ?? Number.POSITIVE_INFINITY) / 3)

/** `onAnswer` is called with each answer of the page. */
export function createPagePulse(
  clock: Pick<Clock, 'now' | 'after'>,
  onAnswer: () => void = () => undefined,
): PagePulse {
  let last: Instant | undefined
  return {
    answered: () => {
      last = clock.now()
      onAnswer()
    },
    lastAt: () => last,
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
