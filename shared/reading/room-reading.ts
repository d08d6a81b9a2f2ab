import type { Instant } from '../time/time.ts'
import type { ProblemCode } from './problem.ts'
import { failureAfter, type ReadingFailure } from './reading.ts'
import type { Room } from './room.ts'

/**
 * The age of the panel's knowledge of the room. Green depends on it as on the schedule, each with its own
 * limit of age (law 4).
 */
export interface RoomReading {
  /** A reading is on its way. */
  readonly asking: boolean
  /** When the calendar was asked for the last good reading; undefined if that proves nothing any more. */
  readonly readAt?: Instant
  /** When a hub told of it, if it was no reading of this panel's own. */
  readonly heardAt?: Instant
  /** The failure of the last attempt, if it failed. */
  readonly failure?: ReadingFailure
}

export type RoomReadingEvent =
  | { readonly kind: 'roomAsked' }
  /** `at`: when the calendar was asked; `heardAt`: when a hub told of that. */
  | { readonly kind: 'roomRead'; readonly room: Room; readonly at: Instant; readonly heardAt?: Instant }
  | {
      readonly kind: 'roomFailed'
      readonly code: ProblemCode
      readonly at: Instant
      readonly retryAfter?: number
    }

/** The reading after `event`. Applying an event twice is harmless. */
export function roomReadingAfter(reading: RoomReading, event: RoomReadingEvent): RoomReading {
  switch (event.kind) {
    case 'roomAsked':
      return { ...reading, asking: true }
    case 'roomRead': {
      const { at: readAt, heardAt } = event
      return { asking: false, readAt, ...(heardAt !== undefined && { heardAt }) }
    }
    case 'roomFailed':
      return { ...reading, asking: false, failure: failureAfter(reading.failure, event) }
  }
}

/** The reading after the time leapt: earlier ones prove nothing now. */
export const forgottenRoomReading = ({ asking }: RoomReading): RoomReading => ({ asking })
