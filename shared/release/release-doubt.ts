import type { Booking } from '../booking/booking.ts'
import { contentOf } from '../panel/journal-state.ts'
import type { Panel } from '../panel/panel.ts'
import { type Instant, minutes, plus } from '../time/time.ts'

/**
 * How long after a reply a reading may still list the booking that it removed, ms. No page of Feishu's says
 * how late free/busy may be. After this time the panel trusts its readings again.
 */
export const shownLateFor = minutes(10)

/**
 * Whether a release of this booking may have been carried out although readings still list it: it was
 * attempted, not refused for certain, and no reading is late enough to show that it failed. The attempt is on
 * the disk, so a restart does not change the answer. A lost journal may have held an attempt.
 */
export function isReleaseUnsure(panel: Panel, { id, start }: Booking): boolean {
  const { attempts, decisions, completeSince } = contentOf(panel.journal)
  const readAt = panel.reading.schedule?.readAt
  const mayLag = (since: Instant): boolean => readAt === undefined || readAt < plus(since, shownLateFor)
  if (completeSince === 'unknown') return true
  if (completeSince !== undefined && start <= completeSince && mayLag(completeSince)) return true
  const attempt = attempts.findLast(({ booking }) => booking === id)
  if (attempt === undefined) return false
  const wasKept = decisions.some(
    ({ booking, outcome, because, at }) =>
      booking === id && outcome === 'kept' && because !== 'attemptedBefore' && at >= attempt.at,
  )
  return !wasKept && mayLag(attempt.at)
}
