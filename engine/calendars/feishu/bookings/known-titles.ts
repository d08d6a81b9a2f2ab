import type { Booking, BookingId } from '../../../../shared/booking/booking.ts'
import type { ProblemCode } from '../../../../shared/reading/problem.ts'
import type { Result } from '../../../../shared/result.ts'
import { hours, type Interval, minutes, overlaps, plus } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { CalendarProblem, RoomCalendar } from '../../../room-calendar.ts'
import { bookingKeyOf } from '../booking-key.ts'
import { mostPairs, pairKey, type TitlePair } from './titles.ts'

export type ReadTitles = (
  pairs: readonly TitlePair[],
) => Promise<Result<ReadonlyMap<string, string>, CalendarProblem>>

/**
 * Feishu's answer about a pair, and when it came, by `clock.elapsed`. Without a title the meeting has none,
 * or Feishu does not reveal it.
 */
interface Told {
  readonly title: string | undefined
  readonly at: number
}

/**
 * A title may be edited without a change of the schedule. A known title is therefore asked for again after
 * this time, but only when people see it: for a booking that runs or begins soon. That is some ten calls on a
 * busy day, none at night.
 */
const servesFor = hours(1)
const soon = hours(1)

/**
 * Keeps the titles of the latest bookings in memory, so that a reading without new bookings costs no call.
 */
export function createKnownTitles(clock: Clock, read: ReadTitles): RoomCalendar['readTitles'] {
  let told: ReadonlyMap<string, Told> = new Map()
  let restsUntil = -Infinity
  const askedOf = createAskedOf()

  const isDue = (booking: Booking): boolean => {
    const pair = askedOf(booking)
    if (pair === undefined) return false
    const known = told.get(pair.key)
    if (known === undefined) return true
    return clock.elapsed() - known.at >= servesFor && overlaps(booking, nowAndSoon(clock))
  }

  const ask = async (pairs: ReadonlyMap<string, TitlePair>): Promise<void> => {
    const answer = await read([...pairs.values()])
    if (!answer.ok) return void (restsUntil = clock.elapsed() + restAfter(answer.error))
    const at = clock.elapsed()
    const news = [...pairs.keys()].map((key): [string, Told] => [key, { title: answer.value.get(key), at }])
    told = new Map([...told, ...news])
  }

  return async (bookings) => {
    const keys = new Set(bookings.map((booking) => askedOf(booking)?.key))
    told = new Map([...told].filter(([key]) => keys.has(key)))
    const due = bookings.filter(isDue)
    // The call is paid for by what is due, so what has room beside it is asked for again, too.
    if (due.length > 0 && clock.elapsed() >= restsUntil)
      await ask(pairsOf([...due.toSorted(toComeFirst(clock)), ...bookings], askedOf))
    return titlesOf(bookings, told, askedOf)
  }
}

/** The pair that asks for a booking's title, and the pair as one text. */
interface Asked {
  readonly pair: TitlePair
  readonly key: string
}

type AskedOf = (booking: Booking) => Asked | undefined

/**
 * Computed once for each booking, because readings without changes bring the same booking objects again.
 * Undefined for a booking without a key.
 */
function createAskedOf(): AskedOf {
  const asked = new WeakMap<Booking, Asked>()
  return (booking) => {
    const known = asked.get(booking)
    if (known !== undefined) return known
    const pair = bookingKeyOf(booking.id)
    if (pair === undefined) return undefined
    const worked = { pair, key: pairKey(pair) }
    asked.set(booking, worked)
    return worked
  }
}

const nowAndSoon = (clock: Clock): Interval => ({ start: clock.now(), end: plus(clock.now(), soon) })

/** Bookings that are over come last, because they can wait until the next reading. */
const toComeFirst =
  (clock: Clock) =>
  (one: Booking, other: Booking): number =>
    Number(one.end <= clock.now()) - Number(other.end <= clock.now())

/** Each pair once, and the first of them only if there are too many for one call: the next reading asks for the others. */
function pairsOf(bookings: readonly Booking[], askedOf: AskedOf): ReadonlyMap<string, TitlePair> {
  const pairs = new Map<string, TitlePair>()
  for (const booking of bookings) {
    const { key, pair } = askedOf(booking) ?? {}
    if (key !== undefined && pair !== undefined && pairs.size < mostPairs) pairs.set(key, pair)
  }
  return pairs
}

function titlesOf(
  bookings: readonly Booking[],
  told: ReadonlyMap<string, Told>,
  askedOf: AskedOf,
): ReadonlyMap<BookingId, string> {
  const titles = new Map<BookingId, string>()
  for (const booking of bookings) {
    const title = told.get(askedOf(booking)?.key ?? '')?.title
    if (title !== undefined) titles.set(booking.id, title)
  }
  return titles
}

const passing: readonly ProblemCode[] = ['unreachable', 'platformFault', 'rateLimited']

/**
 * How long to wait after a refusal, ms: an hour for a fault that IT must mend, less for one that passes by
 * itself.
 */
const restAfter = ({ code, retryAfter }: CalendarProblem): number =>
  Math.max(passing.includes(code) ? minutes(10) : hours(1), retryAfter ?? 0)
