import type { Instant } from '../time/time.ts'
import type { ProblemCode } from './problem.ts'
import { failureAfter, type ReadingFailure } from './reading.ts'
import type { Room } from './room.ts'

/** How good that is what is known of the room: green rests on it as on the schedule, and it has an age of its own (law 4). */
export interface RoomReading {
  /** A reading is on its way. */
  readonly asking: boolean
  /** When the calendar was asked for what is known; nothing, while that proves nothing. */
  readonly readAt?: Instant
  /** Of the last attempt, if that failed. */
  readonly failure?: ReadingFailure
}

export type RoomReadingEvent =
  | { readonly kind: 'roomAsked' }
  /** `at`: when the calendar was asked. */
  | { readonly kind: 'roomRead'; readonly room: Room; readonly at: Instant }
  | {
      readonly kind: 'roomFailed'
      readonly code: ProblemCode
      readonly at: Instant
      readonly retryAfter?: number
    }

/** The reading after `event`. The same event twice does no harm. */
export function roomReadingAfter(reading: RoomReading, event: RoomReadingEvent): RoomReading {
  switch (event.kind) {
    case 'roomAsked':
      return { ...reading, asking: true }
    case 'roomRead':
      return { asking: false, readAt: event.at }
    case 'roomFailed':
      return { ...reading, asking: false, failure: failureAfter(reading.failure, event) }
  }
}

/** Time made a leap: what was read proves nothing now. */
export const forgottenRoomReading = ({ asking }: RoomReading): RoomReading => ({ asking })
