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
  /** It has certainly not taken the booking. */
  readonly onRefused: (booking: BookingId) => void
}

export interface AttemptedReplies extends Pick<RoomCalendar, 'prepareReply' | 'commitReply'> {
  /** Settles the open attempts at this verdict by a reading, also one under a booking's new id. */
  readonly settleOpen: (verdict: Verdict, outcome: SettledAs) => Promise<void>
  /** Settles one attempt by a reading. */
  readonly settle: (verdict: Verdict, booking: BookingId, outcome: SettledAs) => Promise<void>
  /** The last look forbade the reply: an attempt that was begun for it, and not sent, stands in no other's way. */
  readonly withdraw: (verdict: Verdict, booking: BookingId) => Promise<void>
}

interface OpenAttempt {
  readonly id: string
  readonly verdict: Verdict
  readonly booking: BookingId
}

/**
 * Replies whose attempt is committed before they are sent: the database, in which a booking has one standing
 * attempt, makes *once* (law 7). The ticket is only made after the commit, so that nothing lies between the
 * last look and the request.
 */
export function createAttemptedReplies(parts: AttemptedRepliesParts): AttemptedReplies {
  const { room, calendar, attempts, lease, clock, log } = parts
  /** The attempts that this hub has begun and not settled yet, by verdict and booking. */
  const open = new Map<string, OpenAttempt>()
  /** Those of them whose reply has not been sent. */
  const unsent = new Set<string>()

  const settle = async (verdict: Verdict, booking: BookingId, outcome: SettledAs): Promise<void> => {
    const about = aboutOf(verdict, booking)
    const attempt = open.get(about)
    if (attempt === undefined) return
    const settled = await attempts.settle(lease.epoch, attempt.id, outcome)
    if (!settled.ok) return log.error('attempt.not-settled', { room, booking, outcome, ...settled.error })
    if (outcome !== 'uncertain') open.delete(about)
  }
  return {
    settle,
    settleOpen: async (verdict, outcome) => {
      const same = [...open.values()].filter((attempt) => attempt.verdict === verdict)
      await Promise.all(same.map(({ booking }) => settle(verdict, booking, outcome)))
    },
    withdraw: async (verdict, booking) => {
      if (unsent.delete(aboutOf(verdict, booking))) await settle(verdict, booking, 'refused')
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
      if (answer.value.kind === 'begun') {
        open.set(aboutOf(verdict, id), { id: answer.value.id, verdict, booking: id })
        unsent.add(aboutOf(verdict, id))
      } else log.warn('attempt.stands', { room, booking: id, verdict, by: answer.value.by })
      return prepared
    },
    async commitReply(ticket) {
      const { verdict } = ticket
      const booking = ticket.booking.id
      const about = aboutOf(verdict, booking)
      // Another attempt has the booking, be it one of this very hub, and a reading tells its outcome.
      if (!unsent.delete(about)) return { kind: 'unsure', problem: stands }
      if (!lease.isHeld()) {
        await settle(verdict, booking, 'refused')
        return { kind: 'refused', problem: notLeading }
      }
      if (verdict !== 'accept') parts.onSent(booking)
      const reply = await calendar.commitReply(ticket)
      if (reply.kind === 'again') unsent.add(about)
      if (reply.kind === 'unsure') await settle(verdict, booking, 'uncertain')
      if (isCertainlyNot(reply.kind)) {
        parts.onRefused(booking)
        await settle(verdict, booking, 'refused')
      }
      return reply
    },
  }
}

const aboutOf = (verdict: Verdict, booking: BookingId): string => `${verdict} ${booking}`

const isCertainlyNot = (kind: Reply['kind'] | 'again'): boolean =>
  kind === 'refused' || kind === 'moved' || kind === 'seriesUnknown'

const problem = (what: string): CalendarProblem => ({ code: 'unexpected', cause: new Error(what) })

const notCommitted = problem('The attempt could not be committed')
const stands = problem('An earlier attempt about this booking stands')
const notLeading = problem('This hub no longer leads')
