import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import type { EndOutcome, EndRefusal } from '../../shared/ending/ending.ts'
import { mayEnd } from '../../shared/ending/may-end.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit.ts'
import { decideByReading, listed, type LookParts } from './decide-by-reading.ts'
import type { DeliverVerdict } from './deliver-verdict.ts'
import { enterInAudit } from './enter-in-audit.ts'
import { withLastWord } from './last-word.ts'
import type { Log } from '../ports.ts'

/** Ends a meeting for the people in the room. Resolves when the outcome is on the screen. */
export type EndMeeting = (booking: BookingId) => Promise<void>

export interface EndMeetingParts extends LookParts {
  readonly deliver: DeliverVerdict
  readonly audit: Audit
  readonly log: Log
}

/**
 * A second tap for the same meeting shares the answer of the first. A tap for another meeting, while the
 * first is still being proven, is shown at once and carried out after it.
 */
export function createEndMeeting(parts: EndMeetingParts): EndMeeting {
  let last: { readonly booking: BookingId; readonly ended: Promise<void> } | undefined
  return async (booking) => {
    const before = last
    if (before?.booking === booking) return before.ended
    parts.panel.apply({ kind: 'action', action: { kind: 'end', stage: 'asked', booking } })
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
  // The caller of the previous end gets its outcome.
  await Promise.allSettled([before])
  const settle = (outcome: EndOutcome): void => {
    log.info('ending.settled', { booking, outcome })
    const at = clock.now()
    if (outcome.kind === 'done') panel.apply({ kind: 'left', booking, at })
    panel.apply({ kind: 'action', action: { kind: 'end', stage: 'settled', booking, outcome, at } })
  }
  await withLastWord<EndOutcome>(() => end(parts, booking), settle)
}

async function end(parts: EndMeetingParts, id: BookingId): Promise<EndOutcome> {
  const meant = listed(parts.panel, id)
  if (meant === undefined) return refused('meetingOver')
  const decided = await decideByReading(parts, meant, mayEnd)
  if (!decided.ok) return refused(decided.error)
  const ended = await parts.deliver({
    ...decided.value,
    verdict: 'end',
    note: (booking) => noteEnd(parts, booking),
    onReply: ({ id: booking }, { kind: answer }) => enterInAudit(parts, { kind: 'end', booking, answer }),
  })
  if (ended.kind !== 'refused') return ended
  return refused(ended.reason === 'bookingGone' ? 'meetingOver' : ended.reason)
}

async function noteEnd(parts: EndMeetingParts, { id: booking }: Booking): Promise<Result<void, never>> {
  parts.panel.apply({ kind: 'action', action: { kind: 'end', stage: 'sent', booking } })
  await enterInAudit(parts, { kind: 'end', booking })
  return ok(undefined)
}

const refused = (reason: EndRefusal): EndOutcome => ({ kind: 'refused', reason })
