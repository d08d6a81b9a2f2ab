import type { Result } from '../../../../shared/result.ts'
import type { CalendarProblem, Reply } from '../../../room-calendar.ts'
import type { BookingKey } from '../booking-key.ts'
import type { FarLook } from './far-reading.ts'

/**
 * The `original_time` that makes a reply hit this booking and no other.
 *
 * A listed value that isn't 0 names one instance of a series. 0 is listed for single events and for the
 * ordinary instances of a series alike. Two official texts disagree on its effect in a reply to such an
 * instance: today's page
 * (https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/reply-meeting-room-event-instance)
 * calls it right, Feishu's guide for makers of room panels
 * (https://www.feishu.cn/content/7271149634339618818) says that it answers for all instances. The start of
 * the instance names one instance alone, because the calendar's own event ids are made of it
 * (https://open.feishu.cn/document/calendar-v4/calendar-event/instances). Therefore the start is sent first.
 * For a single event Feishu refuses it with 105003, and changes nothing. Only then, and only if a recent look
 * shows no other booking of the meeting, 0 is sent.
 */
export const firstOriginalTime = ({ originalTime, start }: BookingKey): number =>
  originalTime === 0 ? start : originalTime

/** Whether 105003 may mean that the booking is a single event, whose `original_time` is 0. */
export const mayBeSingle = (key: BookingKey, sent: number): boolean => key.originalTime === 0 && sent !== 0

/** After 105003 to the start: undefined if 0 may be sent, otherwise the outcome of the reply. */
export function reasonAgainst0(
  far: Result<FarLook, CalendarProblem>,
  refused: Extract<Reply, { kind: 'moved' }>,
): Reply | undefined {
  if (!far.ok) return { kind: 'seriesUnknown', problem: far.error }
  // The booking is no longer listed under its id, which is why the reply was refused.
  if (!far.value.isListed) return refused
  return far.value.isAlone ? undefined : { kind: 'seriesUnknown', problem: refused.problem }
}
