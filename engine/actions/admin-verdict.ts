import type {
  AdminVerdict,
  JudgedBooking,
  Judgement,
  VerdictOutcome,
  VerdictRefusal,
} from '../../shared/admin/judging.ts'
import { mayJudge, showsVerdict } from '../../shared/admin/may-judge.ts'
import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { isStill } from '../../shared/booking/still-listed.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Audit, AuditEntry } from '../audit.ts'
import type { Reply, RoomCalendar } from '../calendars/room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { SeriesGuard } from './guard-series.ts'
import { lookBeforeReply } from './look-before-reply.ts'
import { proveByReading } from './prove-gone.ts'

/**
 * An administrator says that a booking stands, or that it leaves the room. Resolves when the last word about it is on the
 * screen. Each verdict is in the audit file before it is sent, and again with its outcome.
 */
export type GiveVerdict = (booking: BookingId, verdict: AdminVerdict) => Promise<void>

export interface AdminVerdictParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly refresh: RefreshSchedule
  readonly seriesGuard: SeriesGuard
  readonly audit: Audit
  readonly log: Log
}

export function createGiveVerdict(parts: AdminVerdictParts): GiveVerdict {
  const { clock, panel, log, audit } = parts
  let underWay: Judgement | undefined
  return async (id, verdict) => {
    const say = (judging: Judgement): void =>
      panel.apply({ kind: 'admin', event: { kind: 'judging', judging } })
    // One after the other. Who came back meanwhile, and knows nothing of the first, is told of it.
    if (underWay !== undefined) return say(underWay)
    const about = judged(listed(panel, id) ?? { id }, verdict)
    underWay = { kind: 'judging', ...about }
    say(underWay)
    const settle = async (outcome: VerdictOutcome): Promise<void> => {
      underWay = undefined
      log.info('verdict.settled', { ...about, outcome })
      const entered = await audit.enter({ ...about, at: clock.now(), outcome })
      if (!entered.ok) log.error('audit.failed', { cause: entered.error })
      say({ kind: 'settled', ...about, outcome })
    }
    try {
      await settle(await judge(parts, id, verdict))
    } catch (defect) {
      // It may have been sent; the defect goes to who hears of defects.
      await settle({ kind: 'uncertain' })
      throw defect
    }
  }
}

async function judge(
  parts: AdminVerdictParts,
  id: BookingId,
  verdict: AdminVerdict,
): Promise<VerdictOutcome> {
  const found = await standsNow(parts, id)
  if (!found.ok) return refused(found.error)
  const { booking, before, siblings } = found.value
  const outcome = await sendAndProve(parts, { booking, verdict, before })
  // Nobody at the door waits for this.
  if (outcome.kind !== 'refused') void parts.seriesGuard.watch(booking, siblings)
  return outcome
}

interface Standing {
  readonly booking: Booking
  /** What was listed at this moment. */
  readonly before: readonly Booking[]
  readonly siblings: readonly Booking[]
}

/** The booking, if it stands by a reading of this very moment. */
async function standsNow(parts: AdminVerdictParts, id: BookingId): Promise<Result<Standing, VerdictRefusal>> {
  const { panel, clock } = parts
  const meant = listed(panel, id)
  if (meant === undefined) return err('bookingGone')
  const look = await lookBeforeReply(parts, meant)
  if (!look.ok) return look
  const { schedule, siblings } = look.value
  const standing = mayJudge(schedule, id, clock.now())
  return standing.ok ? ok({ booking: standing.value, before: schedule.bookings, siblings }) : standing
}

interface Verdict {
  readonly booking: Booking
  readonly verdict: AdminVerdict
  readonly before: readonly Booking[]
}

async function sendAndProve(parts: AdminVerdictParts, about: Verdict): Promise<VerdictOutcome> {
  const { booking, before } = about
  const reply = await send(parts, about)
  if (reply.kind !== 'moved') return outcomeOf(parts, about, reply)
  // The calendar no longer knew the booking under its name: under another one it is tried, once.
  const schedule = await parts.refresh(parts.clock.elapsed())
  if (schedule === undefined) return refused(reply.problem.code)
  const renamed = schedule.bookings.find(isStill(booking, before))
  if (renamed === undefined) return about.verdict === 'decline' ? { kind: 'done' } : refused('bookingGone')
  if (renamed.id === booking.id) return refused(reply.problem.code)
  const again = { ...about, booking: renamed }
  return outcomeOf(parts, again, await send(parts, again))
}

/** Not sent where the audit file doesn't take it: a verdict that nobody can trace back is worse than none. */
async function send(
  { calendar, clock, audit, log }: AdminVerdictParts,
  { booking, verdict }: Verdict,
): Promise<Reply | { readonly kind: 'notAudited' }> {
  const entry: AuditEntry = { ...judged(booking, verdict), at: clock.now() }
  const entered = await audit.enter(entry)
  if (!entered.ok) {
    log.error('audit.failed', { cause: entered.error })
    return { kind: 'notAudited' }
  }
  const reply = await calendar.reply(booking, verdict)
  log.info('verdict.answered', { booking: booking.id, verdict, reply })
  return reply
}

/** The last word about a reply. What was accepted, or may have been carried out, is proven by reading (law 3). */
async function outcomeOf(
  parts: AdminVerdictParts,
  { booking, verdict, before }: Verdict,
  reply: Awaited<ReturnType<typeof send>>,
): Promise<VerdictOutcome> {
  switch (reply.kind) {
    case 'seriesUnknown':
    case 'notAudited':
      return refused(reply.kind)
    case 'withheld':
      return refused('bookingGone')
    case 'refused':
    case 'moved':
      return refused(reply.problem.code)
    case 'accepted':
    case 'unsure': {
      const isShown = await proveByReading(parts, showsVerdict(verdict, booking, before))
      // That a booking stands was so before: it proves a verdict only along with the calendar's word.
      const isProven = isShown && (verdict === 'decline' || reply.kind === 'accepted')
      return { kind: isProven ? 'done' : 'uncertain' }
    }
  }
}

const listed = (panel: PanelStore, id: BookingId): Booking | undefined =>
  panel.current().reading.schedule?.bookings.find((booking) => booking.id === id)

const judged = (booking: Pick<Booking, 'id'> | Booking, verdict: AdminVerdict): JudgedBooking => ({
  booking: booking.id,
  verdict,
  ...('start' in booking && { when: { start: booking.start, end: booking.end } }),
})

const refused = (reason: VerdictRefusal): VerdictOutcome => ({ kind: 'refused', reason })
