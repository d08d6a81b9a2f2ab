import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import type { EndOutcome, EndRefusal } from '../../shared/ending/ending.ts'
import { mayEnd } from '../../shared/ending/may-end.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit.ts'
import type { Reply, RoomCalendar } from '../calendars/room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import { enterInAudit } from './enter-in-audit.ts'
import type { SeriesGuard } from './guard-series.ts'
import { lookBeforeReply } from './look-before-reply.ts'
import { proveGone, stillRuns } from './prove-gone.ts'

/** Somebody in the room says that the meeting is over. Resolves when the last word about it is on the screen. */
export type EndMeeting = (booking: BookingId) => Promise<void>

export interface EndMeetingParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly refresh: RefreshSchedule
  readonly seriesGuard: SeriesGuard
  readonly audit: Audit
  readonly log: Log
}

/**
 * A second tap for the same meeting shares the answer of the first. A tap for another one, while the first is still being
 * proven, is shown at once and carried out after it.
 */
export function createEndMeeting(parts: EndMeetingParts): EndMeeting {
  let last: { readonly booking: BookingId; readonly ended: Promise<void> } | undefined
  return async (booking) => {
    const before = last
    if (before?.booking === booking) return before.ended
    parts.panel.apply({ kind: 'endingBegun', booking })
    const turn = { booking, ended: inTurn(parts, booking, before?.ended) }
    last = turn
    try {
      await turn.ended
    } finally {
      if (last === turn) last = undefined
    }
  }
}

async function inTurn(
  parts: EndMeetingParts,
  booking: BookingId,
  before: Promise<void> | undefined,
): Promise<void> {
  const { clock, panel, log } = parts
  // What becomes of the one before is told to its own caller.
  await Promise.allSettled([before])
  const settle = (outcome: EndOutcome): void => {
    log.info('ending.settled', { booking, outcome })
    panel.apply({ kind: 'endingSettled', booking, outcome, at: clock.now() })
  }
  try {
    settle(await end(parts, booking))
  } catch (defect) {
    // People at the door get a last word; the defect goes on to whoever handles defects.
    settle({ kind: 'uncertain' })
    throw defect
  }
}

async function end(parts: EndMeetingParts, id: BookingId): Promise<EndOutcome> {
  const found = await runningNow(parts, id)
  if (!found.ok) return refused(found.error)
  const { running, siblings } = found.value
  const reply = await send(parts, running.booking)
  const outcome =
    reply.kind === 'moved' ? await endMoved(parts, running, reply) : await settle(parts, running, reply)
  // Nobody at the door waits for this.
  if (outcome.kind !== 'refused') void parts.seriesGuard.watch(running.booking, siblings)
  return outcome
}

/** A booking, and what was listed right before the reply to it. */
interface Listed {
  readonly booking: Booking
  readonly before: readonly Booking[]
}

interface Running {
  readonly running: Listed
  readonly siblings: readonly Booking[]
}

/**
 * The booking, if it is the running one by a reading of this very moment: a meeting that was moved since the first tap
 * keeps its new time.
 */
async function runningNow(parts: EndMeetingParts, id: BookingId): Promise<Result<Running, EndRefusal>> {
  const { panel, clock } = parts
  const meant = panel.current().reading.schedule?.bookings.find((booking) => booking.id === id)
  if (meant === undefined) return err('meetingOver')
  const look = await lookBeforeReply(parts, meant)
  if (!look.ok) return look
  const { schedule, siblings } = look.value
  const running = mayEnd(schedule, id, clock.now())
  if (!running.ok) return running
  return ok({ running: { booking: running.value, before: schedule.bookings }, siblings })
}

async function send(parts: EndMeetingParts, booking: Booking): Promise<Reply> {
  const { calendar, log, panel } = parts
  log.info('ending.sent', { booking: booking.id })
  panel.apply({ kind: 'endingBegun', booking: booking.id, isSent: true })
  await enterInAudit(parts, { kind: 'end', booking: booking.id })
  const reply = await calendar.reply(booking, 'end')
  log.info('ending.answered', { booking: booking.id, reply })
  await enterInAudit(parts, { kind: 'end', booking: booking.id, answer: reply.kind })
  return reply
}

/**
 * The calendar no longer knew the booking under its name. If it runs under another one now, that one is tried, once; if it
 * is gone, that is the answer.
 */
async function endMoved(parts: EndMeetingParts, running: Listed, reply: Reply): Promise<EndOutcome> {
  const { booking, before } = running
  const schedule = await parts.refresh(parts.clock.elapsed())
  if (schedule === undefined) return settle(parts, running, reply)
  const renamed = schedule.bookings.find(stillRuns(parts.clock, booking, before))
  if (renamed === undefined) return { kind: 'done' }
  const again = { booking: renamed, before }
  return settle(parts, again, renamed.id === booking.id ? reply : await send(parts, renamed))
}

/** The last word about a reply. What was accepted, or may have been carried out, is proven by reading (law 3). */
async function settle(
  parts: EndMeetingParts,
  { booking, before }: Listed,
  reply: Reply,
): Promise<EndOutcome> {
  switch (reply.kind) {
    case 'seriesUnknown':
      return refused('seriesUnknown')
    case 'withheld':
      return refused('meetingOver')
    case 'refused':
    case 'moved':
      return refused(reply.problem.code)
    case 'accepted':
    case 'unsure':
      return { kind: (await proveGone(parts, booking, before)) ? 'done' : 'uncertain' }
  }
}

const refused = (reason: EndRefusal): EndOutcome => ({ kind: 'refused', reason })
