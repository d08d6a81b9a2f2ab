import type { Instant } from '../../shared/domain/time.ts'
import type { Cancel, Clock } from '../ports.ts'

/** Whether the page still paints, for IT: it is shown again what it shows, and says that it has painted it. */
export interface PagePulse {
  readonly answered: () => void
  /** When the page last answered. */
  readonly lastAt: () => Instant | undefined
  /** Calls `show` every so many ms from now on. Gives back how to stop. */
  readonly start: (every: number, show: () => void) => Cancel
}

export function createPagePulse(clock: Pick<Clock, 'now' | 'after'>): PagePulse {
  let last: Instant | undefined
  return {
    answered: () => void (last = clock.now()),
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
