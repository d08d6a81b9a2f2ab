import { minutes, seconds } from '../../../../shared/time/time.ts'
import type { AppEvent } from '../../../../simulator/app-calendars/app-calendar.ts'
import type { Door } from '../door.ts'
import { nameOf, organizerOf, type Presence } from '../presence.ts'
import { type Attempt, type Told, yesOf } from './attempt.ts'

/** The attempts that visitors made at this door, oldest first. */
export const attemptsAt = ({ everything, tablet }: Door): readonly Attempt[] =>
  everything.attempts.filter(({ door }) => door === tablet.name)

/** What was tapped at a program that is dead by now, and had sent nothing, is known to no one any more. */
export function forgetTaps(door: Door): void {
  for (const attempt of attemptsAt(door)) if (attempt.key === undefined) attempt.isForgotten = true
}

/**
 * The last tap to which the panel has said nothing yet that anybody could see, and about which it may say this. What a room
 * took while nobody saw the page is not what was not booked; and a panel may speak of a tap that only its disk knows.
 */
export function untold(door: Door, word: Told): Attempt | undefined {
  const last = attemptsAt(door).findLast(({ told, isLost }) => told === undefined && !isLost)
  if (last === undefined || last.isForgotten) return undefined
  const isOld = door.time.now() - last.tappedAt >= longestUnsaid
  const isTaken = last.events.some((event) => yesOf(event) !== undefined)
  return word === 'notBooked' && isOld && isTaken ? undefined : last
}

/** After so long it was settled, and nobody saw the page in that moment. Ms. */
const longestUnsaid = minutes(15)

/** Longer no visitor waits for a word, whatever fails. Ms. */
export const longestBooking = seconds(120)

/** Whether its visitor may still be told an end. Later it was said that this is not sure, if only to a page that nobody saw. */
export const isAwaited = ({ time }: Pick<Door, 'time'>, { told, tappedAt }: Attempt): boolean =>
  told === undefined && time.now() - tappedAt < longestBooking

/** The attempt that an event was made by, at any of the room's doors. */
export const attemptOf = ({ everything }: Pick<Door, 'everything'>, uid: string): Attempt | undefined =>
  everything.attempts.find(({ events }) => events.some((event) => event.uid === uid))

/** Where a disk can't be read a panel looks for it again so often, ms. */
const diskTriedEvery = seconds(20)

/**
 * A program before this one went for another room, and this one can't read that on its disk, nor tell it in the calendar
 * from what the other room's doors have made.
 */
export const isBeyondReach = ({ memory, time }: Door, { wish, tappedAt }: Attempt): boolean =>
  wish === 'elsewhere' &&
  tappedAt < memory.startedAt &&
  time.now() < (memory.diskReadAt ?? Infinity) + diskTriedEvery

/** Whether a reading lists what a door has removed again: no panel has to believe that it runs. */
export const isRemoved = (door: Pick<Door, 'everything'>, uid: string): boolean =>
  attemptOf(door, uid)?.events.every(({ isDeleted }) => isDeleted) ?? false

/** What the platform has made of an attempt's requests since it had only the events `before`. */
export function noteMade({ world, app }: Pick<Door, 'world' | 'app'>, attempt: Attempt, before: Known): void {
  attempt.events.push(...world.eventsOf(app).filter((event) => !before.has(event)))
}

export type Known = ReadonlySet<AppEvent>

/** Who books for now is in the room, and who starts early has come for the next booking, too. */
export function presencesBy(
  door: Door,
  { wish, door: bookedAt }: Attempt,
  event: AppEvent,
): readonly Presence[] {
  if (wish === 'later' || wish === 'elsewhere') return []
  const own = { uid: event.uid, organizer: undefined, ...event.span }
  const next =
    door.memory.reading?.stays.filter(({ start }) => wish === 'startEarly' && start === own.end) ?? []
  const others = next.map((stay) => ({
    uid: stay.event.uid,
    organizer: organizerOf(stay),
    start: stay.start,
    end: stay.end,
    name: nameOf(stay),
  }))
  return [{ ...own, name: `${own.uid}/0/${own.start / 1000}` }, ...others].map((one) => ({
    ...one,
    atMost: { start: one.start, end: one.end },
    changedAt: door.time.now(),
    isFollowed: false,
    bookedAt,
    endedAt: Infinity,
    isLost: false,
  }))
}
