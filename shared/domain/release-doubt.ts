import type { Booking } from './booking.ts'
import { contentOf, type Panel } from './panel.ts'
import { minutes, plus } from './time.ts'

/**
 * For so long after a reply a reading may still list what it removed, ms. No page of Feishu's says how late free/busy may be. This
 * is the time after which the panel takes what it reads for what is so.
 */
export const shownLateFor = minutes(10)

/**
 * Whether a release of this booking may have been carried out though readings still list it: it was attempted, not refused
 * for certain, and no reading is late enough to show that it came to nothing. A restart changes nothing: the attempt is on
 * disk.
 */
export function isReleaseUnsure(panel: Panel, { id }: Booking): boolean {
  const { attempts, decisions } = contentOf(panel.journal)
  const attempt = attempts.findLast(({ booking }) => booking === id)
  if (attempt === undefined) return false
  const wasKept = decisions.some(
    ({ booking, outcome, because, at }) =>
      booking === id && outcome === 'kept' && because !== 'attemptedBefore' && at >= attempt.at,
  )
  const readAt = panel.reading.schedule?.readAt
  return !wasKept && (readAt === undefined || readAt < plus(attempt.at, shownLateFor))
}
