import type { Clock, Log } from '../../engine/ports.ts'
import type { CalendarProblem, Reply, RoomCalendar } from '../../engine/room-calendar.ts'
import type { Verdict } from '../../shared/action/verdict.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import { err } from '../../shared/result.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import type { HubStore } from '../store/hub-store.ts'
import type { SettledAs } from '../store/kept.ts'

export interface AttemptedRepliesParts {
  readonly room: string
  readonly calendar: Pick<RoomCalendar, 'prepareReply' | 'commitReply'>
  readonly attempts: HubStore['attempts']
  readonly lease: HeldLease
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  /** The door that asked for the verdict about this booking. */
  readonly askedBy: (booking: BookingId) => string | undefined
  /** A verdict that takes the booking from the room is about to be sent. */
  readonly onSent: (booking: BookingId) => void
}

export interface AttemptedReplies extends Pick<RoomCalendar, 'prepareReply' | 'commitReply'> {
  /**
   * What came of the attempts at this verdict that are not settled yet, also of one under a booking's new id. Of
   * each verdict a room has one under way.
   */
  readonly settleOpen: (verdict: Verdict, outcome: SettledAs) => Promise<void>
}

/**
 * Replies whose attempt is committed before they are sent: the database, in which a booking has one standing
 * attempt, makes *once* (law 7). The ticket is only made after the commit, so that nothing lies between the
 * last look and the request.
 */
export function createAttemptedReplies(parts: AttemptedRepliesParts): AttemptedReplies {
  const { room, calendar, attempts, lease, clock, log } = parts
  /** The ids of the attempts that this hub has begun and not settled yet, by verdict. */
  const begun = new Map<Verdict, Map<BookingId, string>>()
  const begunOf = (verdict: Verdict): Map<BookingId, string> => {
    const known = begun.get(verdict) ?? new Map<BookingId, string>()
    begun.set(verdict, known)
    return known
  }
  /** The bookings whose last ticket another attempt stands in the way of, be it one of this very hub. */
  const barred = new Set<BookingId>()

  const settle = async (verdict: Verdict, booking: BookingId, outcome: SettledAs): Promise<void> => {
    const id = begunOf(verdict).get(booking)
    if (id === undefined) return
    const settled = await attempts.settle(lease.epoch, id, outcome)
    if (!settled.ok) return log.error('attempt.not-settled', { room, booking, outcome, ...settled.error })
    if (outcome !== 'uncertain') begunOf(verdict).delete(booking)
  }
  return {
    settleOpen: async (verdict, outcome) => {
      await Promise.all([...begunOf(verdict).keys()].map((booking) => settle(verdict, booking, outcome)))
    },
    async prepareReply(booking, verdict) {
      const prepared = await calendar.prepareReply(booking, verdict)
      if (!prepared.ok) return prepared
      const { id, start, end } = booking
      const door = parts.askedBy(id)
      const about = { room, booking: id, verdict, start, end, at: clock.now(), ...(door && { door }) }
      barred.add(id)
      const answer = await attempts.begin(lease.epoch, about)
      if (!answer.ok) {
        log.error('attempt.not-begun', { room, booking: id, verdict, ...answer.error })
        return err(notCommitted)
      }
      if (answer.value.kind === 'begun') {
        begunOf(verdict).set(id, answer.value.id)
        barred.delete(id)
      } else log.warn('attempt.stands', { room, booking: id, verdict, by: answer.value.by })
      return prepared
    },
    async commitReply(ticket) {
      const { verdict } = ticket
      const booking = ticket.booking.id
      // Another attempt has the booking: what came of that one a reading tells.
      if (barred.has(booking) || !begunOf(verdict).has(booking)) return { kind: 'unsure', problem: stands }
      if (!lease.isHeld()) {
        await settle(verdict, booking, 'refused')
        return { kind: 'refused', problem: notLeading }
      }
      if (verdict !== 'accept') parts.onSent(booking)
      const reply = await calendar.commitReply(ticket)
      if (reply.kind === 'unsure') await settle(verdict, booking, 'uncertain')
      if (isCertainlyNot(reply.kind)) await settle(verdict, booking, 'refused')
      return reply
    },
  }
}

const isCertainlyNot = (kind: Reply['kind'] | 'again'): boolean =>
  kind === 'refused' || kind === 'moved' || kind === 'seriesUnknown'

const problem = (what: string): CalendarProblem => ({ code: 'unexpected', cause: new Error(what) })

const notCommitted = problem('The attempt could not be committed')
const stands = problem('An earlier attempt about this booking stands')
const notLeading = problem('This hub no longer leads')
