import type { Booking } from '../../shared/domain/booking.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CalendarProblem } from '../ports.ts'
import { bookingKeyOf } from './booking-key.ts'
import type { MeetingKind } from './meeting-kinds.ts'

/**
 * The `original_time` that makes a reply hit this booking and no other.
 *
 * A listed value that isn't 0 names one instance of a series. 0 is listed for single events and for the ordinary
 * instances of a series alike, and what it does in a reply to the latter is told in two ways: today's page
 * (https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/reply-meeting-room-event-instance) calls
 * it right, Feishu's guide for makers of room panels (https://www.feishu.cn/content/7271149634339618818) says that it
 * answers for all instances. The start of the instance names one alone: that is how the calendar's own event ids are
 * made (https://open.feishu.cn/document/calendar-v4/calendar-event/instances). So 0 is sent only where it is known to
 * be a single event.
 */
export async function originalTimeFor(
  booking: Booking,
  findKind: (booking: Booking) => Promise<Result<MeetingKind, CalendarProblem>>,
): Promise<Result<number, CalendarProblem>> {
  const { originalTime, start } = bookingKeyOf(booking.id)
  if (originalTime !== 0) return ok(originalTime)
  const kind = await findKind(booking)
  if (!kind.ok) return kind
  return ok(kind.value === 'series' ? start : 0)
}
