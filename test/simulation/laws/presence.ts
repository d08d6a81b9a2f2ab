import { days, minutes } from '../../../shared/time/time.ts'
import type { Instance } from '../../../simulator/calendar/event.ts'

/** A check-in was confirmed: people are in the room, as long as this lasts. */
export interface Presence {
  /** Of the booking, as it was last listed. */
  name: string
  readonly uid: string
  /** Undefined for a private booking. */
  readonly organizer: string | undefined
  start: number
  end: number
  /** From the earliest start to the latest end that it ever had. */
  atMost: { readonly start: number; readonly end: number }
  /** When these were last others. */
  changedAt: number
  /** The booking was moved, or is of another length, since people were told that they are checked in. */
  isFollowed: boolean
  /**
   * When these people said at the door that they leave: they stay no longer, even if a reading still lists
   * their booking.
   */
  endedAt: number
  /** The door at which they booked the room: only that one knows of them. */
  readonly bookedAt?: string
  /** The program with the journal can't know of it any more. */
  isLost: boolean
}

/** Two bookings of one organiser with so little between them are one stay. Ms. */
export const oneStay = minutes(5)

/** The booking's id as the panel makes it, only from what the platform lists. */
export const nameOf = ({ event, start, originalStart, isException }: Instance): string =>
  `${event.uid}/${isException ? originalStart / 1000 : 0}/${start / 1000}`

/** Whom the platform names as the organiser. */
export const organizerOf = ({ event }: Instance): string | undefined =>
  event.organizerInfo.includes('"name"') ? event.organizer.openId : undefined

/** Section 5 of the design: whether these people have the room for this stay, which is one of those listed. */
export function covers(presence: Presence, stay: Instance, listed: readonly Instance[]): boolean {
  if (presence.name === nameOf(stay) || areTogether(presence, stay)) return true
  const organizer = organizerOf(stay)
  if (organizer === undefined || organizer !== presence.organizer || stay.start < presence.end) return false
  return stay.start <= stayEnd(presence, listed) + oneStay
}

/**
 * The same, and what may be theirs besides: where their booking was moved over another one they may be the people of that
 * one, and stay for the next one of its organiser.
 */
export function mayCover(presence: Presence, stay: Instance, listed: readonly Instance[]): boolean {
  if (covers(presence, stay, listed)) return true
  return listed.some(
    (one) =>
      areTogether(presence, one) &&
      covers({ ...presence, organizer: organizerOf(one), end: one.end }, stay, listed),
  )
}

const areTogether = (
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean => one.start < other.end && other.start < one.end

/** The end of the organiser's bookings in a row. */
function stayEnd({ end: first, organizer }: Presence, listed: readonly Instance[]): number {
  let end = first
  for (const stay of listed.toSorted((one, other) => one.start - other.start))
    if (organizerOf(stay) === organizer && stay.start >= end && stay.start <= end + oneStay) end = stay.end
  return end
}

/** A reading has come: the people's booking may be longer or shorter now, or have been moved. */
export function followListing(
  presences: readonly Presence[],
  stays: readonly Instance[],
  before: readonly Instance[] | undefined,
  now: number,
): void {
  for (const presence of presences) {
    const stay = stays.find((one) => nameOf(one) === presence.name) ?? movedTo(presence, stays, before, now)
    if (stay === undefined) continue
    const { start } = stay
    const end = Math.min(stay.end, presence.endedAt)
    if (end === presence.end && start === presence.start) continue
    const { atMost } = presence
    Object.assign(presence, { name: nameOf(stay), start, end, changedAt: now, isFollowed: true })
    presence.atMost = { start: Math.min(atMost.start, start), end: Math.max(atMost.end, end) }
  }
}

/** Where a booking that is not over has just turned up, having just vanished; another day's instance is another one. */
const movedTo = (
  { name, uid, start, end }: Presence,
  stays: readonly Instance[],
  before: readonly Instance[] | undefined,
  now: number,
): Instance | undefined =>
  end > now && before?.some((one) => nameOf(one) === name) === true
    ? stays.find(
        (one) =>
          one.event.uid === uid &&
          Math.abs(one.start - start) < days(1) &&
          !before.some((other) => nameOf(other) === nameOf(one)),
      )
    : undefined
