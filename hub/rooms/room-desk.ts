import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import type { Agreement } from '../../engine/shared-releases.ts'
import type { Verdict } from '../../shared/action/verdict.ts'
import type { AdminVerdict, VerdictOutcome } from '../../shared/admin/judging.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { DirectConfiguration } from '../../shared/config/configuration.ts'
import type { EndOutcome } from '../../shared/ending/ending.ts'
import type { ReleaseOutcome } from '../../shared/release/release.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import type { HubStore } from '../store/hub-store.ts'
import { createAttemptedReplies } from './attempted-replies.ts'
import { createHubCalendar } from './hub-calendar.ts'
import { noAdmin } from './no-admin.ts'
import { createRoomAudit } from './room-audit.ts'
import { createRoomEngine } from './room-engine.ts'
import type { RoomViews } from './room-views.ts'
import type { SharedReadings } from './shared-readings.ts'

/** What people and doors have done in one room. Undefined where its engine does not work yet. */
export interface RoomDesk {
  readonly end: (booking: BookingId, door: string) => Promise<EndOutcome | undefined>
  readonly judge: (
    booking: BookingId,
    verdict: AdminVerdict,
    door: string,
  ) => Promise<VerdictOutcome | undefined>
  readonly release: (booking: BookingId, agreement: Agreement) => Promise<ReleaseOutcome | undefined>
  readonly stop: () => void
}

export interface RoomDeskParts {
  readonly room: string
  readonly company: Pick<CompanyCalendar, 'roomCalendar'>
  readonly store: Pick<HubStore, 'attempts' | 'audit'>
  readonly clock: Clock
  readonly log: Log
  readonly lease: HeldLease
  readonly configurationOf: (room: string) => DirectConfiguration
  readonly timeZone: string
  readonly views: RoomViews
  readonly readings: SharedReadings
}

/** One room with its engine, whose replies are attempts. */
export function openDesk(parts: RoomDeskParts): RoomDesk {
  const { room, company, store, log, readings, configurationOf } = parts
  const askers = new Map<BookingId, string>()
  const askedBy = (booking: BookingId) => askers.get(booking)
  const calendar = company.roomCalendar(room)
  const replies = createAttemptedReplies({
    ...parts,
    calendar,
    attempts: store.attempts,
    askedBy,
    onSent: (booking) => readings.replied(room, booking),
  })
  const engine = createRoomEngine({
    ...parts,
    audit: createRoomAudit({ room, audit: store.audit, others: noAdmin(log).audit, askedBy }),
    configuration: configurationOf(room),
    calendar: createHubCalendar({ ...parts, calendar, replies }),
  })
  const deliver = async <Outcome extends EndOutcome | VerdictOutcome>(
    { booking, verdict, door }: Asked,
    carryOut: () => Promise<Outcome | undefined>,
  ): Promise<Outcome | undefined> => {
    askers.set(booking, door)
    const outcome = await carryOut()
    askers.delete(booking)
    if (outcome !== undefined && outcome.kind !== 'refused') await replies.settleOpen(verdict, outcome.kind)
    return outcome
  }
  let judging: Promise<unknown> = Promise.resolve()
  return {
    stop: engine.stop,
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

/** What a door asked for. */
interface Asked {
  readonly booking: BookingId
  readonly verdict: Verdict
  readonly door: string
}
