import type { Booking } from '../booking/booking.ts'
import { contentOf } from '../panel/journal-state.ts'
import type { Panel } from '../panel/panel.ts'
import { type Instant, minutes, plus } from '../time/time.ts'

/**
 * For so long after a reply a reading may still list what it removed, ms. No page of Feishu's says how late free/busy may be. This
 * is the time after which the panel takes what it reads for what is so.
 */
export const shownLateFor = minutes(10)

/**
 * Whether a release of this booking may have been carried out though readings still list it: it was attempted, not refused
 * for certain, and no reading is late enough to show that it came to nothing. A restart changes nothing: the attempt is on
 * disk. A journal that was lost may have held one.
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
