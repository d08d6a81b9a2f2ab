import type { Verdict } from '../../shared/action/verdict.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Reply, RoomCalendar } from '../room-calendar.ts'

export interface Sending<Reason> {
  readonly booking: Booking
  readonly verdict: Verdict
  /**
   * The last look, right before each request. An error keeps the request from being sent. Between its answer
   * and the request the program only settles promises: no timer, disk or network lies in between.
   */
  readonly mayGo?: () => Promise<Result<void, Reason>>
}

/**
 * Prepares one reply and sends it, once (law 3). Another request follows only if the calendar is certain that
 * it did not carry out the first, and only after another look.
 */
export async function sendOnce<Reason>(
  calendar: RoomCalendar,
  { booking, verdict, mayGo }: Sending<Reason>,
): Promise<Result<Reply, Reason>> {
  const prepared = await calendar.prepareReply(booking, verdict)
  if (!prepared.ok) return ok({ kind: 'refused', problem: prepared.error })
  for (let ticket = prepared.value; ;) {
    // oxlint-disable-next-line no-await-in-loop -- each look is for the request that follows it
    const may = (await mayGo?.()) ?? ok(undefined)
    if (!may.ok) return err(may.error)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const reply = await calendar.commitReply(ticket)
    if (reply.kind !== 'again') return ok(reply)
    ticket = reply.ticket
  }
}
