import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'

export interface PageWatchParts {
  /** A clock of real time. */
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
  /** Resolves when the page's process has answered. A process that hangs never answers. */
  readonly ask: () => Promise<unknown>
  /** How many asks in a row may stay without an answer. */
  readonly patience: number
  readonly onAnswer: () => void
  /** Called repeatedly while the process hangs. */
  readonly onHang: () => void
}

/** How often the page's process is asked whether it lives, ms. */
export const betweenAsks = seconds(0.5)

/**
 * Asks the page's process repeatedly, one question at a time. The time without an answer is counted in asks,
 * so that neither a sleep of the tablet nor a stall of this process is taken for a hang. Returns the function
 * that stops it.
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
    // A question that fails counts as unanswered. Another event reports that the process is gone.
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
