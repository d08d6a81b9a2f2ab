import type { Wish } from '../../../../shared/reserving/wish.ts'
import type { AppEvent, RoomRequest } from '../../../../simulator/app-calendars/app-calendar.ts'

/** What a visitor who tapped on a length can be told. */
export type Told = 'booked' | 'notBooked' | 'uncertain'

/** A visitor's wish to have the room, from the tap to the last word, by what the world knows of it. */
export interface Attempt {
  readonly door: string
  readonly tappedAt: number
  readonly wish: Wish['kind']
  /** The key of the requests by which the panel had the event made, once one has left. */
  key: string | undefined
  /** How many requests to make the event, and how many to ask the room, the platform may have carried out. */
  timesMade: number
  timesAsked: number
  /** What the requests made. More than one is a fault. */
  readonly events: AppEvent[]
  /** People with access to the calendar have moved or deleted its event. */
  isTouched: boolean
  /** Requests of its own were on their way for longer than a panel waits: it may find what they made at night only. */
  isLate: boolean
  told: Told | undefined
  /** The program died before a request left, and nothing can be known of the tap any more. */
  isForgotten: boolean
  /** The door's disk lost what it knew of it. */
  isLost: boolean
}

export const newAttempt = (door: string, tappedAt: number, wish: Wish['kind']): Attempt => ({
  door,
  tappedAt,
  wish,
  key: undefined,
  timesMade: 0,
  timesAsked: 0,
  events: [],
  isTouched: false,
  isLate: false,
  told: undefined,
  isForgotten: false,
  isLost: false,
})

/** The room's yes to an event, as long as it holds. */
export const yesOf = ({ isDeleted, requests }: AppEvent): RoomRequest | undefined =>
  isDeleted ? undefined : requests.find(({ answer }) => answer === 'accept')

/** Whether the event is in the calendar and is no booking: the room has not taken it. */
export const isLeftOver = (event: AppEvent): boolean => !event.isDeleted && yesOf(event) === undefined
