import type { CalendarEvent, Interval } from '../calendar/event.ts'
import type { Room } from '../rooms/room.ts'
import type { App } from '../tenancy/tenant.ts'

/** A shared calendar that an app made, and owns. Changed by the app's calls only. */
export interface AppCalendar {
  readonly id: string
  readonly owner: App
  readonly summary: string
  readonly description: string
  /** The other people's rights to it, by `open_id`. */
  readonly acls: { readonly id: string; readonly role: string; readonly openId: string }[]
  /** Oldest first, with those that were deleted. */
  readonly events: AppEvent[]
}

/** A single event of an app's calendar. The event does not reserve a room; the room's answer does. Changed by its app's calls and the calendar's writers only. */
export interface AppEvent {
  readonly uid: string
  readonly calendar: AppCalendar
  /** The `idempotency_key` that it was created with. */
  readonly key: string | undefined
  readonly summary: string
  readonly description: string
  span: Interval
  /** Epoch ms. */
  readonly createdAt: number
  isDeleted: boolean
  readonly requests: RoomRequest[]
}

/** A request to a room to take an event. The room answers by itself, later. */
export interface RoomRequest {
  readonly attendeeId: string
  readonly event: AppEvent
  readonly room: Room
  /** The contact, by `open_id`. */
  readonly contact: string | undefined
  /** Epoch ms; Infinity for a room that never answers. */
  readonly answersAt: number
  answer: 'needs_action' | 'accept' | 'decline'
  /** Its stay in the room, once the room has accepted; before that what freebusy lists of it, if it lists any. */
  stay: CalendarEvent | undefined
}

export const eventIdOf = ({ uid }: AppEvent): string => `${uid}_0`
