import type { Snapshot } from '../../../../shared/snapshot/snapshot.ts'
import { hours, minutes, seconds } from '../../../../shared/time/time.ts'
import type { Instance } from '../../../../simulator/calendar/event.ts'
import { clockErrorOf, type Door } from '../door.ts'
import type { StandingGreen } from '../memory.ts'
import { nameOf } from '../presence.ts'
import { isRemoved } from '../reserving/attempts.ts'

/** However seldom the room itself is read, green rests on no reading of it that is older. Ms. */
const oldestRoomFact = hours(2) + minutes(1)

/** A look is due at its moment; the page then has this long, ms. */
const mostLate = seconds(5)

/** What a clock is wrong by that proves anything at all (law 2d), and some time to paint. Ms. */
export const allowedErrorOf = (door: Door): number => Math.min(clockErrorOf(door), seconds(30)) + seconds(1)

/** Remembers a picture that was just painted, if it is one. */
export const standingGreen = (door: Door, { occupancy }: Snapshot): StandingGreen | undefined =>
  occupancy.kind !== 'free' || door.memory.reading === undefined
    ? undefined
    : {
        since: door.time.now(),
        known: door.memory.reading.stays,
        error: allowedErrorOf(door),
      }

/**
 * Law 4, of the time between two pictures: a booking that was known when green was painted, and still is, has turned it
 * off by its start, and green has gone with the age of what it rests on. To be asked when another picture has been painted,
 * and when another reading has been answered, before that is remembered.
 */
export function judgeStood(door: Door): void {
  const { court, memory, time } = door
  const { green, reading } = memory
  if (green === undefined || reading === undefined || memory.upsetUntil >= green.since) return
  const now = time.now()
  const error = Math.max(green.error, allowedErrorOf(door))
  const accuse = (what: string): void => court.accuse('L4 green goes by itself', what)
  for (const stay of reading.stays) {
    const from = Math.max(green.since, stay.start + error) + mostLate
    const isKnown = from < knownEnd(green, stay) - error && !isRemoved(door, stay.event.uid)
    if (from <= now && from < stay.end - error && isKnown)
      accuse(`free for ${now - stay.start} ms of ${nameOf(stay)}`)
  }
  const age = now - reading.askedAt
  if (age > door.oldestGreen({ now, error }) + error + mostLate) accuse(`free until it was ${age} ms old`)
  const ageOfRoom = now - memory.roomAskedAt
  if (ageOfRoom > oldestRoomFact + error + mostLate) accuse(`free, and the room was read ${ageOfRoom} ms ago`)
}

/**
 * Its end as it was known when green was painted, if it was: what was ended and has been extended since is back only with
 * the reading that has it.
 */
const knownEnd = ({ known }: StandingGreen, stay: Instance): number =>
  known.find((one) => nameOf(one) === nameOf(stay))?.end ?? -Infinity
