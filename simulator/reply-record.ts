import type { CalendarEvent } from './calendar/event.ts'

/** One `instance/reply` call that reached the platform's door. */
export interface ReplyRecord {
  /** Epoch ms. */
  readonly at: number
  /** As it was sent. */
  readonly body: string
  /** The code of the platform's decision; undefined if the call broke before it. */
  readonly code: number | undefined
  /** The change that it made; undefined if it made none. */
  readonly effect: ReplyEffect | undefined
  /** Whether the decision reached the caller. */
  readonly answered: boolean
}

export interface ReplyEffect {
  readonly event: CalendarEvent
  /** The original start of the instance that it hit, epoch ms; `all` for a single event or a series as a whole. */
  readonly hit: number | 'all'
  /** The original start of the instance that the reply named, epoch ms; undefined if it named none. */
  readonly named?: number
}
