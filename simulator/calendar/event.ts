import type { Person, Tenant } from '../tenancy/tenant.ts'

/** A time span, epoch ms, that includes its start and excludes its end. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** An entry of one room's calendar: a single event or a whole series. Changed by the world's verbs only. */
export interface CalendarEvent {
  readonly uid: string
  readonly tenant: Tenant
  readonly roomId: string
  title: string
  readonly organizer: Person
  /** Freebusy's JSON about the organiser, as the end of an object; empty for a private event. */
  readonly organizerInfo: string
  readonly videoLink: string | undefined
  /** Of the first instance, if it is a series. */
  span: Interval
  repeats: Repetition | undefined
  /** Freebusy shows it from this moment on, epoch ms. */
  readonly shownFrom: number
  /** How a reply to the event as a whole shortened its stay in the room. */
  cut: Cut | undefined
  /**
   * The differences from the rule of the series, by the instance's original start. Empty for a single event.
   */
  changes: Map<number, Change>
}

export interface Repetition {
  /**
   * Days and weeks in ms: China has no daylight saving, so all days are equally long. Months as a number,
   * because they are not.
   */
  readonly every: { readonly ms: number } | { readonly months: number }
  /** No instance starts after this; Infinity for a series without an end. */
  readonly until: number
}

export interface Change {
  /** The organiser gave this instance a time of its own, or struck it. */
  readonly exception?: Exception
  /** How a reply to this instance shortened its stay in the room. */
  readonly cut?: Cut
}

export type Exception = Interval | 'cancelled'

/** The room is given back from `at` on: a whole stay if it starts later, else the rest of it. */
export interface Cut {
  readonly at: number
  /** Freebusy shows it from this moment on. */
  readonly shownFrom: number
}

/** One stay in the room. */
export interface Instance extends Interval {
  readonly event: CalendarEvent
  /** Its start by the rule of the series, which names it even when it has been moved. */
  readonly originalStart: number
  readonly isException: boolean
}
