import {
  followsMeeting,
  type GivenVerdict,
  isMeant,
  isProvenByReading,
  showsEffect,
} from '../../shared/action/verdict.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import type { ProblemCode } from '../../shared/reading/problem.ts'
import type { Result } from '../../shared/result.ts'
import type { Reply, RoomCalendar } from '../room-calendar.ts'
import type { Clock, Log } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { SeriesGuard } from './guard-series.ts'
import { proveByReading } from './prove-by-reading.ts'
import { type Sending, sendOnce } from './send-once.ts'

/**
 * The only way to a reply: sends one verdict about one booking, proves its effect by reading (law 3), and
 * watches the series (law 7). Each action makes its own decision before.
 */
export type DeliverVerdict = <Reason extends string = never>(
  order: VerdictOrder<Reason>,
) => Promise<Delivered<Reason>>

export interface VerdictOrder<Reason> extends GivenVerdict, Sending<Reason> {
  /** The meeting's other bookings, which must be listed afterwards. */
  readonly siblings: readonly Booking[]
  /** Makes a note before a booking is replied to. An error keeps the reply from being sent. */
  readonly note?: (booking: Booking) => Promise<Result<void, Reason>>
  readonly onReply?: (booking: Booking, reply: Reply) => Promise<void>
}

/**
 * - `done`: a reading after the reply shows its effect
 * - `refused`: it is certain that the booking was not changed
 * - `uncertain`: it may have been carried out; it is not sent again
 */
export type Delivered<Reason> =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: DeliveryRefusal | Reason }
  | { readonly kind: 'uncertain' }

/**
 * - `bookingGone`: the booking is no longer in the room under its id, and was not replied to under another
 *   one
 * - `seriesUnknown`: the panel could not find out whether the meeting belongs to a series, so a reply might
 *   change the other instances
 * - a problem code: why the calendar refused
 */
export type DeliveryRefusal = 'bookingGone' | 'seriesUnknown' | ProblemCode

export interface DeliverVerdictParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly refresh: RefreshSchedule
  readonly seriesGuard: SeriesGuard
  readonly log: Log
}

export const createDeliverVerdict =
  (parts: DeliverVerdictParts): DeliverVerdict =>
  async (order) => {
    const { seriesGuard } = parts
    const { booking, siblings, verdict } = order
    // A person waits neither for the journal nor for the look. The next release does.
    const isPrepared = seriesGuard.prepare(booking, siblings)
    if (verdict === 'release') await isPrepared
    const outcome = await sendAndProve(parts, order)
    if (outcome.kind === 'refused') {
      void isPrepared.then(() => seriesGuard.dismiss(booking))
      return outcome
    }
    const isSeen = seriesGuard.watch(booking, siblings)
    if (verdict === 'release') await isSeen
    return outcome
  }

async function sendAndProve<Reason extends string>(
  parts: DeliverVerdictParts,
  order: VerdictOrder<Reason>,
): Promise<Delivered<Reason>> {
  const sent = await send(parts, order)
  if (!sent.ok) return refused(sent.error)
  if (sent.value.kind !== 'moved') return settled(parts, order, sent.value)
  // The calendar no longer knows the booking under this id. The same meeting under another id is tried once.
  const schedule = await parts.refresh(parts.clock.elapsed())
  if (!followsMeeting(order.verdict)) return refused('bookingGone')
  if (schedule === undefined) return settled(parts, order, sent.value)
  const booking = schedule.bookings.find(isMeant(order, parts.clock.now()))
  if (booking === undefined) return order.verdict === 'accept' ? refused('bookingGone') : { kind: 'done' }
  if (booking.id === order.booking.id) return settled(parts, order, sent.value)
  const renamed = { ...order, booking }
  const sentAgain = await send(parts, renamed)
  return sentAgain.ok ? settled(parts, renamed, sentAgain.value) : refused(sentAgain.error)
}

/** Sends the reply. An error is why it was not sent. */
async function send<Reason extends string>(
  { calendar, log }: DeliverVerdictParts,
  order: VerdictOrder<Reason>,
): Promise<Result<Reply, Reason>> {
  const { booking, verdict, note, onReply } = order
  const noted = await note?.(booking)
  if (noted?.ok === false) return noted
  const sent = await sendOnce(calendar, order)
  if (!sent.ok) return sent
  log.info('verdict.answered', { booking: booking.id, verdict, reply: sent.value })
  await onReply?.(booking, sent.value)
  return sent
}

/**
 * The outcome of a reply. A reply that was accepted, or may have been carried out, is proven by reading (law
 * 3).
 */
async function settled<Reason>(
  parts: DeliverVerdictParts,
  order: VerdictOrder<Reason>,
  reply: Reply,
): Promise<Delivered<Reason>> {
  switch (reply.kind) {
    case 'seriesUnknown':
      return refused('seriesUnknown')
    case 'refused':
    case 'moved':
      return refused(reply.problem.code)
    case 'accepted':
    case 'unsure': {
      const isShown = await proveByReading(parts, ({ bookings }) =>
        showsEffect(order, bookings, parts.clock.now()),
      )
      const isProven = isShown && (reply.kind === 'accepted' || isProvenByReading(order.verdict))
      return { kind: isProven ? 'done' : 'uncertain' }
    }
  }
}

const refused = <Reason>(reason: DeliveryRefusal | Reason): Delivered<Reason> => ({ kind: 'refused', reason })
