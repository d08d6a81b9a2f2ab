import { type Instant, minutes, plus, seconds } from '../time/time.ts'
import type { Reservation } from './reservation.ts'

/**
 * The next step of a reservation, and its time.
 *
 * - `make`: ask the calendar to make the entry
 * - `find`: look for the entry by our mark, because no answer said whether it exists
 * - `askRoom`: ask the room
 * - `look`: see whether the room has answered
 * - `giveUp`: the reservation is not wanted any more
 * - `remove`: remove the entry from the calendar
 * - `doubt`: report that the result is not known
 *
 * By a clock that was put back since, the tap and the state may lie in the future: they count as of now.
 */
export interface Step {
  readonly kind: 'make' | 'find' | 'askRoom' | 'look' | 'giveUp' | 'remove' | 'doubt'
  readonly at: Instant
}

/** A lost answer is asked for once more with the same key, and no more. */
export const mostTimesAsked = 2

/** How long after the tap the visitor still waits at the door for the room, ms. */
const wantedFor = seconds(20)
/**
 * A booking that is not proven this long after the tap is removed; one that can't be removed by then is in
 * doubt, ms.
 */
export const provenWithin = seconds(60)

/** These times after the room was asked its answer is looked for, ms: the FAQ says "a few seconds". */
const looksAfter = [700, 1500, seconds(3), seconds(5), seconds(8), seconds(12), seconds(15)]
/** These times after the lost answer the entry is looked for, ms: it may come into the calendar late. */
const findsAfter = [0, seconds(2), seconds(5), seconds(10), seconds(30), provenWithin]
/** These times after a reservation was given up its entry is removed, ms. */
const removesAfter = [0, seconds(1), seconds(3), seconds(8), seconds(20), seconds(40)]
/** The sweeper's first pauses, ms. Later ones are longer, because an entry that the calendar keeps costs a call each time. */
const betweenSweeps = minutes(1)
const betweenLateSweeps = minutes(5)
const sweepAfter = (tries: number): number => (tries < 5 ? betweenSweeps : betweenLateSweeps)

const upTo = (now: Instant, moment: Instant): Instant => (moment < now ? moment : now)

/** Whether an entry that is not found was never made: a minute after the tap, or after the last look for it. */
export const isNeverMade = ({ at, state }: Reservation, now: Instant): boolean =>
  now >= plus(at, provenWithin) || (state.kind === 'lost' && state.tries >= findsAfter.length - 1)

/** The next step; undefined if the reservation needs none. */
export function nextStep({ at: tapped, state }: Reservation, now: Instant): Step | undefined {
  const at = upTo(now, tapped)
  switch (state.kind) {
    case 'asked':
      return { kind: now < plus(at, wantedFor) ? 'make' : 'giveUp', at: now }
    case 'lost':
      return state.tries < findsAfter.length
        ? { kind: 'find', at: plus(at, timeOf(findsAfter, state.tries)) }
        : { kind: 'doubt', at: now }
    case 'made':
      return { kind: now < plus(at, wantedFor) ? 'askRoom' : 'giveUp', at: now }
    case 'waiting': {
      const after = looksAfter[state.tries]
      const since = upTo(now, state.since)
      const isLate = since >= plus(at, provenWithin)
      // While the tablet slept, the room may have accepted, and people may sit in it: it is looked at once more, and as
      // often as ever by a panel that takes it up.
      const isOver = state.tries > 0 && now >= plus(isLate ? since : at, provenWithin)
      return after === undefined || isOver
        ? { kind: 'giveUp', at: now }
        : { kind: 'look', at: plus(since, after) }
    }
    case 'cleaning': {
      const next = plus(upTo(now, state.at), timeOf(removesAfter, state.tries))
      const isOver = state.tries > 0 && next > plus(at, provenWithin)
      return isOver ? { kind: 'doubt', at: plus(at, provenWithin) } : { kind: 'remove', at: next }
    }
    case 'uncertain':
      return { kind: state.entry === undefined ? 'find' : 'remove', at: plus(now, sweepAfter(state.tries)) }
    case 'booked':
    case 'gone':
      return undefined
  }
}

/** The time at `index`; beyond the last one, a sweep later each time. */
function timeOf(times: readonly number[], index: number): number {
  const last = times.at(-1) ?? 0
  return times[index] ?? last + betweenSweeps * (index - times.length + 1)
}
