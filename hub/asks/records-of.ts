import type { BookingId } from '../../shared/booking/booking.ts'
import type { CheckIn } from '../../shared/check-in/check-in.ts'
import { leftAt } from '../../shared/check-in/presence.ts'
import type { Attempt } from '../../shared/panel/journal.ts'
import { ok, type Result } from '../../shared/result.ts'
import { days, type Instant, plus } from '../../shared/time/time.ts'
import type { HubStore } from '../store/hub-store.ts'
import { isStanding, type KeptAttempt } from '../store/kept.ts'
import type { StoreProblem } from '../store/stored.ts'

/** The records of one room, of all hubs and doors together. */
interface RoomRecords {
  readonly checkIns: readonly CheckIn[]
  /** Those that stand: about such a booking nothing more is sent. */
  readonly attempts: readonly Attempt[]
}

/** How long a check-in may count for bookings that follow each other, ms. */
export const longestStay = days(1)

/** The check-ins and attempts of this room, read from the store now: another hub may have written them. */
export async function recordsOf(
  store: Pick<HubStore, 'attempts' | 'checkIns'>,
  room: string,
  now: Instant,
): Promise<Result<RoomRecords, StoreProblem>> {
  const [checkIns, attempts] = await Promise.all([
    store.checkIns.endingAfter(plus(now, -longestStay)),
    store.attempts.endingAfter(plus(now, -longestStay)),
  ])
  if (!checkIns.ok) return checkIns
  if (!attempts.ok) return attempts
  const own = attempts.value.filter((one) => one.room === room)
  const left = leavingsIn(own)
  return ok({
    checkIns: checkIns.value
      .filter((one) => one.room === room)
      .map((one) => withoutStay(one, left.get(one.booking))),
    attempts: own.filter((one) => one.end > now && isStanding(one)),
  })
}

const withoutStay = (checkIn: CheckIn, left: Instant | undefined): CheckIn =>
  (left === undefined ? undefined : leftAt([checkIn], checkIn.booking, left)[0]) ?? checkIn

/** When people ended their meetings at a door, by booking. */
export const leavingsIn = (attempts: readonly KeptAttempt[]): ReadonlyMap<BookingId, Instant> =>
  new Map(
    attempts.flatMap(({ verdict, outcome, booking, at }) =>
      verdict === 'end' && outcome === 'done' ? [[booking, at] as const] : [],
    ),
  )
