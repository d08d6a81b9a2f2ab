import { sendOnce } from '../../engine/actions/send-once.ts'
import type { Reply, RoomCalendar } from '../../engine/room-calendar.ts'
import type { Verdict } from '../../shared/action/verdict.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import { err, ok } from '../../shared/result.ts'

/** Sends a reply as the panel does, with `mayGo` as the last look. */
export async function replied(
  calendar: RoomCalendar,
  booking: Booking,
  verdict: Verdict,
  mayGo: () => Promise<boolean> = async () => true,
): Promise<Reply | { readonly kind: 'withheld' }> {
  const look = async () => ((await mayGo()) ? ok(undefined) : err('withheld' as const))
  const sent = await sendOnce(calendar, { booking, verdict, mayGo: look })
  return sent.ok ? sent.value : { kind: sent.error }
}
