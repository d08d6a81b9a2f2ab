import type { Booking, BookingId } from '../../shared/domain/booking.ts'
import type { EndOutcome, EndRefusal } from '../../shared/domain/ending.ts'
import { mayEnd } from '../../shared/domain/may-end.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log, Reply, RoomCalendar } from '../ports.ts'
import type { GuardSeries } from './guard-series.ts'
import { lookBeforeReply } from './look-before-reply.ts'
import { proveGone, runsNow } from './prove-gone.ts'
import type { RefreshSchedule } from './refresh-schedule.ts'

/** Somebody in the room says that the meeting is over. Resolves when the last word about it is on the screen. */
export type EndMeeting = (booking: BookingId) => Promise<void>

export interface EndMeetingParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly refresh: RefreshSchedule
  readonly guardSeries: GuardSeries
  readonly log: Log
}

export function createEndMeeting(parts: EndMeetingParts): EndMeeting {
  const { clock, panel, log } = parts
  return async (booking) => {
    // The answer to the tap before is on its way: this one asks for nothing new.
    if (panel.current().ending.kind === 'ending') return
    panel.apply({ kind: 'endingBegun', booking })
    const settle = (outcome: EndOutcome): void => {
      log.info('ending.settled', { booking, outcome })
      panel.apply({ kind: 'endingSettled', booking, outcome, at: clock.now() })
    }
    try {
      settle(await end(parts, booking))
    } catch (defect) {
      // Nobody is left waiting for the last word; the defect goes to who hears of defects.
      settle({ kind: 'uncertain' })
      throw defect
    }
  }
}

async function end(parts: EndMeetingParts, id: BookingId): Promise<EndOutcome> {
  const found = await runningNow(parts, id)
  if (!found.ok) return refused(found.error)
  const { running, siblings } = found.value
  const reply = await send(parts, running)
  const outcome =
    reply.kind === 'moved' ? await endMoved(parts, running, reply) : await settle(parts, running, reply)
  // Nobody at the door waits for this.
  if (outcome.kind !== 'refused') void parts.guardSeries(running, siblings)
  return outcome
}

interface Running {
  readonly running: Booking
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
  return running.ok ? ok({ running: running.value, siblings }) : running
}

async function send({ calendar, log }: EndMeetingParts, booking: Booking): Promise<Reply> {
  log.info('ending.sent', { booking: booking.id })
  const reply = await calendar.reply(booking, 'end')
  log.info('ending.answered', { booking: booking.id, reply })
  return reply
}

/**
 * The calendar no longer knew the booking under its name. If the same meeting runs under another one now, that one is
 * tried, once; if it is gone, that is the answer.
 */
async function endMoved(parts: EndMeetingParts, booking: Booking, reply: Reply): Promise<EndOutcome> {
  const schedule = await parts.refresh(parts.clock.elapsed())
  if (schedule === undefined) return settle(parts, booking, reply)
  const renamed = schedule.bookings.find(runsNow(parts.clock, booking))
  if (renamed === undefined) return { kind: 'done' }
  return settle(parts, renamed, renamed.id === booking.id ? reply : await send(parts, renamed))
}

/** The last word about a reply. What was accepted, or may have been carried out, is proven by reading (law 3). */
async function settle(parts: EndMeetingParts, booking: Booking, reply: Reply): Promise<EndOutcome> {
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
      return { kind: (await proveGone(parts, booking)) ? 'done' : 'uncertain' }
  }
}

const refused = (reason: EndRefusal): EndOutcome => ({ kind: 'refused', reason })
