import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { CallCounter, Clock, Log } from '../../engine/ports.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { DirectConfiguration } from '../../shared/config/configuration.ts'
import type { AskOutcome } from '../../shared/line/asks.ts'
import type { RoomLimits } from '../../shared/reserving/room-limits.ts'
import type { Wish } from '../../shared/reserving/wish.ts'
import { daysAround } from '../../shared/time/calendar-day.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import { createHeldReservations } from '../reservations/held-reservations.ts'
import type { KnownReservations } from '../reservations/known-reservations.ts'
import { foundOutcome, reserveAtDesk } from '../reservations/reserve-at-desk.ts'
import { createRoomReservations, type RoomReservationsParts } from '../reservations/room-reservations.ts'
import type { InTurn } from '../reservations/turns.ts'
import type { HubStore } from '../store/hub-store.ts'
import { createAttemptedReplies } from './attempted-replies.ts'
import { createHubCalendar } from './hub-calendar.ts'
import { noAdmin } from './no-admin.ts'
import { createRoomAudit } from './room-audit.ts'
import { createRoomEngine } from './room-engine.ts'
import type { RoomViews } from './room-views.ts'
import type { SharedReadings } from './shared-readings.ts'
import { createVerdictDesk, type VerdictDesk } from './verdict-desk.ts'

/** Carries out the requests of people and doors in one room. Undefined where its engine does not work yet. */
export interface RoomDesk extends VerdictDesk {
  /** Grants the wish of a visitor at this door; `ask` is its id. */
  readonly book: (wish: Wish, ask: string, door: string) => Promise<AskOutcome>
  /** The same after this booking, if it runs. */
  readonly extend: (booking: BookingId, wish: Wish, ask: string, door: string) => Promise<AskOutcome>
  /** Looks for other rooms near this one that are free. */
  readonly find: () => Promise<AskOutcome>
  readonly stop: () => void
}

export interface RoomDeskParts {
  readonly room: string
  readonly company: Pick<CompanyCalendar, 'roomCalendar'>
  readonly store: Pick<HubStore, 'attempts' | 'audit' | 'reservations'>
  readonly clock: Clock
  readonly log: Log
  readonly lease: HeldLease
  readonly configurationOf: (room: string) => DirectConfiguration
  readonly timeZone: string
  readonly calls?: CallCounter
  readonly views: RoomViews
  readonly readings: SharedReadings
  readonly known: KnownReservations
  readonly recalled: RoomReservationsParts['recalled']
  readonly limitsInTurn: InTurn
}

/** One room with its engine, whose replies are attempts. */
export function openDesk(parts: RoomDeskParts): RoomDesk {
  const { room, company, store, clock, log, lease, readings, known, configurationOf, views } = parts
  const askers = new Map<BookingId, string>()
  const askedBy = (booking: BookingId) => askers.get(booking)
  const calendar = company.roomCalendar(room)
  const replies = createAttemptedReplies({
    ...parts,
    calendar,
    attempts: store.attempts,
    askedBy,
    onSent: (booking) => readings.replied(room, booking),
    onRefused: (booking) => readings.refused(room, booking),
  })
  const reservations = createRoomReservations({ ...parts, onKept: (all) => known.kept(room, all) })
  const held = calendar.reservations && {
    lease,
    limitsInTurn: parts.limitsInTurn,
    calendar: calendar.reservations,
    onLimits: (limits?: RoomLimits) => known.limitsRead(room, limits),
  }
  const engine = createRoomEngine({
    ...parts,
    audit: createRoomAudit({ room, audit: store.audit, others: noAdmin(log).audit, askedBy }),
    reservations,
    configuration: configurationOf(room),
    calendar: createHubCalendar({
      ...parts,
      calendar,
      replies,
      reservations: held && createHeldReservations(held),
    }),
  })
  return {
    stop: () => {
      engine.stop()
      reservations.stop()
    },
    book: async (wish, ask, door) => {
      const outcome = await reserveAtDesk(engine, reservations, { wish, ask, door })
      // The other room's doors hear of it before its next reading is due.
      if (wish.room !== undefined)
        void readings.read(wish.room, daysAround(clock.now(), parts.timeZone), true)
      return outcome
    },
    extend: async (booking, wish, ask, door) =>
      engine.isRunning(booking)
        ? reserveAtDesk(engine, reservations, { wish, ask, door })
        : { kind: 'refused', reason: 'bookingGone' },
    find: async () => foundOutcome(await engine.findRooms()),
    ...createVerdictDesk({
      engine,
      replies,
      askers,
      onEnded: (booking) => views.left(room, new Map([[booking, clock.now()]])),
    }),
  }
}
