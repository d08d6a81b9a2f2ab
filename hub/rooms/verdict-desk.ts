import type { Agreement } from '../../engine/shared-releases.ts'
import type { Verdict } from '../../shared/action/verdict.ts'
import type { AdminVerdict, VerdictOutcome } from '../../shared/admin/judging.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { EndOutcome } from '../../shared/ending/ending.ts'
import type { ReleaseOutcome } from '../../shared/release/release.ts'
import type { AttemptedReplies } from './attempted-replies.ts'
import type { RoomEngine } from './room-engine.ts'

/** The verdicts about a room's bookings. Undefined where its engine does not work yet. */
export interface VerdictDesk {
  readonly end: (booking: BookingId, door: string) => Promise<EndOutcome | undefined>
  readonly judge: (
    booking: BookingId,
    verdict: AdminVerdict,
    door: string,
  ) => Promise<VerdictOutcome | undefined>
  readonly release: (booking: BookingId, agreement: Agreement) => Promise<ReleaseOutcome | undefined>
}

export interface VerdictDeskParts {
  readonly engine: Pick<RoomEngine, 'end' | 'judge' | 'releaseAgreed'>
  readonly replies: Pick<AttemptedReplies, 'settleOpen' | 'settle' | 'withdraw'>
  /** The doors that have just asked for a verdict, by its booking. */
  readonly askers: Map<BookingId, string>
  /** A meeting was ended at a door. */
  readonly onEnded: (booking: BookingId) => void
}

/** Has the room's engine carry a verdict out, and settles its attempt by the readings after it. */
export function createVerdictDesk({ engine, replies, askers, onEnded }: VerdictDeskParts): VerdictDesk {
  const deliver = async <Outcome extends EndOutcome | VerdictOutcome>(
    { booking, verdict, door }: Asked,
    carryOut: () => Promise<Outcome | undefined>,
  ): Promise<Outcome | undefined> => {
    askers.set(booking, door)
    const outcome = await carryOut()
    askers.delete(booking)
    if (outcome !== undefined && outcome.kind !== 'refused') await replies.settleOpen(verdict, outcome.kind)
    if (verdict === 'end' && outcome?.kind === 'done') onEnded(booking)
    return outcome
  }
  let judging: Promise<unknown> = Promise.resolve()
  return {
    end: (booking, door) => deliver({ booking, verdict: 'end', door }, () => engine.end(booking)),
    judge: (booking, verdict, door) => {
      // Two administrators at two doors: an engine takes one verdict at a time.
      const judged = Promise.allSettled([judging]).then(() =>
        deliver({ booking, verdict, door }, () => engine.judge(booking, verdict)),
      )
      judging = judged
      return judged
    },
    release: async (booking, agreement) => {
      const outcome = await engine.releaseAgreed(booking, agreement)
      await replies.withdraw('release', booking)
      if (outcome?.kind === 'released') await replies.settle('release', booking, 'done')
      return outcome
    },
  }
}

/** A door's request. */
interface Asked {
  readonly booking: BookingId
  readonly verdict: Verdict
  readonly door: string
}
