import type {
  AdminVerdict,
  JudgedBooking,
  VerdictAction,
  VerdictOutcome,
  VerdictRefusal,
} from '../../shared/admin/judging.ts'
import { mayJudge } from '../../shared/admin/may-judge.ts'
import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { err, type Result } from '../../shared/result.ts'
import type { Audit, AuditEntry } from '../audit.ts'
import type { Log } from '../ports.ts'
import { decideByReading, listed, type LookParts } from './decide-by-reading.ts'
import type { DeliverVerdict } from './deliver-verdict.ts'
import { withLastWord } from './last-word.ts'

/**
 * Carries out an administrator's verdict about a booking. Resolves when the outcome is on the screen. Each
 * verdict is in the audit file before it is sent, and again with its outcome. Undefined if another one is under
 * way: then this one is not carried out.
 */
export type GiveVerdict = (booking: BookingId, verdict: AdminVerdict) => Promise<VerdictOutcome | undefined>

export interface AdminVerdictParts extends LookParts {
  readonly deliver: DeliverVerdict
  readonly audit: Audit
  readonly log: Log
}

export function createGiveVerdict(parts: AdminVerdictParts): GiveVerdict {
  const { clock, panel, log } = parts
  let underWay: VerdictAction | undefined
  return async (id, verdict) => {
    const say = (action: VerdictAction): void => panel.apply({ kind: 'action', action })
    // Verdicts run one after the other. An administrator who came back meanwhile, and has not seen the first
    // one, is shown it.
    if (underWay !== undefined) {
      say(underWay)
      return undefined
    }
    const about = judged(listed(panel, id) ?? { id }, verdict)
    underWay = { kind: 'verdict', stage: 'asked', ...about }
    say(underWay)
    let said: VerdictOutcome | undefined
    const settle = async (outcome: VerdictOutcome): Promise<void> => {
      said = outcome
      underWay = undefined
      log.info('verdict.settled', { ...about, outcome })
      const at = clock.now()
      await enter(parts, { ...about, at, outcome })
      say({ kind: 'verdict', stage: 'settled', ...about, outcome, at })
    }
    await withLastWord<VerdictOutcome>(() => judge(parts, id, verdict), settle)
    return said
  }
}

async function judge(
  parts: AdminVerdictParts,
  id: BookingId,
  verdict: AdminVerdict,
): Promise<VerdictOutcome> {
  const meant = listed(parts.panel, id)
  if (meant === undefined) return refused('bookingGone')
  const decided = await decideByReading(parts, meant, mayJudge)
  if (!decided.ok) return refused(decided.error)
  const note = (booking: Booking) => noteVerdict(parts, judged(booking, verdict))
  return parts.deliver({ ...decided.value, verdict, note })
}

/**
 * Enters the verdict in the audit file. A verdict that is not in the file is not sent, because it could not
 * be traced.
 */
async function noteVerdict(
  parts: AdminVerdictParts,
  about: JudgedBooking,
): Promise<Result<void, 'notAudited'>> {
  const entered = await enter(parts, { ...about, at: parts.clock.now() })
  if (!entered.ok) return err('notAudited')
  parts.panel.apply({ kind: 'action', action: { kind: 'verdict', stage: 'sent', ...about } })
  return entered
}

async function enter({ audit, log }: AdminVerdictParts, entry: AuditEntry): Promise<Result<void, unknown>> {
  const entered = await audit.enter(entry)
  if (!entered.ok) log.error('audit.failed', { cause: entered.error })
  return entered
}

const judged = (booking: Pick<Booking, 'id'> | Booking, verdict: AdminVerdict): JudgedBooking => ({
  booking: booking.id,
  verdict,
  ...('start' in booking && { when: { start: booking.start, end: booking.end } }),
})

const refused = (reason: VerdictRefusal): VerdictOutcome => ({ kind: 'refused', reason })
