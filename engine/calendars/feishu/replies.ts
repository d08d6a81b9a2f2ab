import { err, ok, type Result } from '../../../shared/result.ts'
import { plus, seconds } from '../../../shared/time/time.ts'
import type { Clock, Log } from '../../ports.ts'
import type { AnotherTicket, CalendarProblem, Reply, ReplyTicket, RoomCalendar } from '../../room-calendar.ts'
import { type BookingKey, bookingKeyOf } from './booking-key.ts'
import type { FarLooks } from './bookings/far-looks.ts'
import { firstOriginalTime, mayBeSingle, reasonAgainst0 } from './bookings/original-time.ts'
import type { FeishuConnection } from './calls/connection.ts'
import { isTokenRejected } from './calls/feishu-client.ts'
import { replyCall, replyFrom, replyTimeLimit } from './reply.ts'

export interface RepliesParts extends Pick<FeishuConnection, 'exchange' | 'token' | 'retried'> {
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  readonly roomId: string
  readonly looks: Pick<FarLooks, 'lately'>
}

/** How long a ticket is valid, ms: as old as a reading may be that a reply depends on (law 2c). */
const ticketServesFor = seconds(10)

/** Makes tickets for replies, and sends them. */
export function createReplies(parts: RepliesParts): Pick<RoomCalendar, 'prepareReply' | 'commitReply'> {
  const { clock, exchange, token, retried, log, roomId } = parts

  /** The ticket, once its token is there: the call for a token may be repeated, the reply may not. */
  const ready = async (
    wanted: Omit<ReplyTicket, 'expiresAt'>,
  ): Promise<Result<ReplyTicket, CalendarProblem>> => {
    const fetched = await retried(() => token.get(replyTimeLimit))
    if (!fetched.ok) return err(fetched.error.problem)
    return ok({ ...wanted, expiresAt: plus(clock.now(), ticketServesFor) })
  }
  const again = async (wanted: Omit<ReplyTicket, 'expiresAt'>): Promise<Reply | AnotherTicket> => {
    const next = await ready(wanted)
    return next.ok ? { kind: 'again', ticket: next.value } : { kind: 'refused', problem: next.error }
  }
  const afterMoved = async (
    ticket: ReplyTicket,
    moved: Extract<Reply, { kind: 'moved' }>,
  ): Promise<Reply | AnotherTicket> =>
    reasonAgainst0(await parts.looks.lately(ticket.booking, ticket.verdict !== 'release'), moved) ??
    again({ ...ticket, instance: 0 })

  const send = async (ticket: ReplyTicket, key: BookingKey): Promise<Reply | AnotherTicket> => {
    if (clock.now() >= ticket.expiresAt) return { kind: 'refused', problem: expired }
    const held = token.held(replyTimeLimit)
    const mayRenew = ticket.isRenewed === undefined
    const renewed = { ...ticket, isRenewed: true } as const
    if (held === undefined) return mayRenew ? again(renewed) : { kind: 'refused', problem: tokenless }
    const answer = await exchange(replyCall(roomId, key, ticket.instance, ticket.verdict), held)
    if (answer.ok) return { kind: 'accepted' }
    if (isTokenRejected(answer)) token.drop(held)
    if (isTokenRejected(answer) && mayRenew) return again(renewed)
    const reply = replyFrom(answer.error)
    return reply.kind === 'moved' && mayBeSingle(key, ticket.instance) ? afterMoved(ticket, reply) : reply
  }

  return {
    async prepareReply({ id, meeting }, verdict) {
      const key = bookingKeyOf(id)
      if (key === undefined) return err(nameless)
      return ready({ booking: { id, meeting }, verdict, instance: firstOriginalTime(key) })
    },
    async commitReply(ticket) {
      const { booking, verdict, instance } = ticket
      const key = bookingKeyOf(booking.id)
      const reply: Reply | AnotherTicket =
        key === undefined ? { kind: 'refused', problem: nameless } : await send(ticket, key)
      log.info('feishu.replied', {
        booking: booking.id,
        verdict,
        originalTime: instance,
        outcome: reply.kind,
      })
      return reply
    },
  }
}

/** A booking that Feishu lists with an unknown key or odd times can't be replied to. */
const nameless: CalendarProblem = {
  code: 'unexpected',
  cause: new Error('This booking has no name in the calendar'),
}

const expired: CalendarProblem = { code: 'unexpected', cause: new Error('The ticket came too late') }

const tokenless: CalendarProblem = {
  code: 'unexpected',
  cause: new Error('There is no token to send it with'),
}
