import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'

export interface PageWatchParts {
  /** Of real time. */
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
  /** Resolves when the page's process has heard; one that hangs never does. */
  readonly ask: () => Promise<unknown>
  /** How many asks in a row may stay without an answer. */
  readonly patience: number
  readonly onAnswer: () => void
  /** Called again and again for as long as it hangs. */
  readonly onHang: () => void
}

/** How often the page's process is asked whether it lives, ms. */
export const betweenAsks = seconds(0.5)

/**
 * Asks the page's process again and again, one question at a time. What it leaves unanswered is counted in asks and not in
 * time, so that neither a sleep of the tablet nor a stall of this process is taken for a hang. Gives how to stop.
 */
export function watchPage({ clock, log, ask, patience, onAnswer, onHang }: PageWatchParts): Cancel {
  let waitedFor = 0
  let isOver = false
  let cancel: Cancel | undefined

  const heard = (): void => {
    waitedFor = 0
    if (!isOver) onAnswer()
  }
  const question = (): void => {
    waitedFor = 1
    // A process that can't even be asked has not answered; that it is gone is told in another way.
    ask().then(heard, (cause: unknown) => log.warn('page.not-asked', { cause }))
  }
  const look = (): void => {
    if (waitedFor === 0) question()
    else if (waitedFor < patience) waitedFor += 1
    else {
      waitedFor = 1
      onHang()
    }
    if (!isOver) cancel = clock.after(betweenAsks, look)
  }
  look()
  return () => {
    isOver = true
    cancel?.()
  }
}
