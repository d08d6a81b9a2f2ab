import type { Clock, Log } from '../../engine/ports.ts'
import type { CalendarProblem, Reply, RoomCalendar } from '../../engine/room-calendar.ts'
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
  readonly onSent: (booking: BookingId) => void
}

export interface AttemptedReplies extends Pick<RoomCalendar, 'prepareReply' | 'commitReply'> {
  /** What readings have shown of the attempts that are not settled yet, also of one under a booking's new id. */
  readonly settleOpen: (outcome: SettledAs) => Promise<void>
}

/**
 * Replies whose attempt is committed before they are sent: the database, in which a booking has one standing
 * attempt, makes *once* (law 7). The ticket is only made after the commit, so that nothing lies between the
 * last look and the request.
 */
export function createAttemptedReplies(parts: AttemptedRepliesParts): AttemptedReplies {
  const { room, calendar, attempts, lease, clock, log } = parts
  /** The ids of the attempts that this hub has begun and not settled yet. */
  const begun = new Map<BookingId, string>()

  const settle = async (booking: BookingId, outcome: SettledAs): Promise<void> => {
    const id = begun.get(booking)
    if (id === undefined) return
    const settled = await attempts.settle(lease.epoch, id, outcome)
    if (!settled.ok) return log.error('attempt.not-settled', { room, booking, outcome, ...settled.error })
    if (outcome !== 'uncertain') begun.delete(booking)
  }
  return {
    settleOpen: async (outcome) => {
      await Promise.all([...begun.keys()].map((booking) => settle(booking, outcome)))
    },
    async prepareReply(booking, verdict) {
      const prepared = await calendar.prepareReply(booking, verdict)
      if (!prepared.ok) return prepared
      const { id, start, end } = booking
      const door = parts.askedBy(id)
      const about = { room, booking: id, verdict, start, end, at: clock.now(), ...(door && { door }) }
      const answer = await attempts.begin(lease.epoch, about)
      if (!answer.ok) {
        log.error('attempt.not-begun', { room, booking: id, verdict, ...answer.error })
        return err(notCommitted)
      }
      if (answer.value.kind === 'begun') begun.set(id, answer.value.id)
      else log.warn('attempt.stands', { room, booking: id, verdict, by: answer.value.by })
      return prepared
    },
    async commitReply(ticket) {
      const booking = ticket.booking.id
      // Another attempt has the booking: what came of that one a reading tells.
      if (!begun.has(booking)) return { kind: 'unsure', problem: stands }
      if (!lease.isHeld()) {
        await settle(booking, 'refused')
        return { kind: 'refused', problem: notLeading }
      }
      parts.onSent(booking)
      const reply = await calendar.commitReply(ticket)
      if (reply.kind === 'unsure') await settle(booking, 'uncertain')
      if (isCertainlyNot(reply.kind)) await settle(booking, 'refused')
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
