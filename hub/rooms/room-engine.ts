import type { Audit } from '../../engine/audit.ts'
import { createEngine } from '../../engine/engine.ts'
import { secretAccounts } from '../../engine/installation/app-secret.ts'
import type { CallCounter, Clock, Log } from '../../engine/ports.ts'
import type { ReservationStore } from '../../engine/reservation-store.ts'
import type { DoorCalendar } from '../../engine/reservation-calendar.ts'
import type { Agreement } from '../../engine/shared-releases.ts'
import type { AdminVerdict, VerdictOutcome } from '../../shared/admin/judging.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { DirectConfiguration } from '../../shared/config/configuration.ts'
import type { EndOutcome } from '../../shared/ending/ending.ts'
import type { ReleaseOutcome } from '../../shared/release/release.ts'
import { err, ok } from '../../shared/result.ts'
import { contains } from '../../shared/time/time.ts'
import type { ReservingEngine } from '../reservations/reserve-at-desk.ts'
import { createPassingJournal, noAdmin } from './no-admin.ts'

/** One room in the hub: the same engine as at a door, without a page. */
export interface RoomEngine extends ReservingEngine {
  /** Ends this meeting, if it runs: looks again, sends once, proves. Undefined before the engine works. */
  readonly end: (booking: BookingId) => Promise<EndOutcome | undefined>
  /** Releases this booking, if all doors agree and its own look does. Undefined before the engine works. */
  readonly releaseAgreed: (booking: BookingId, agreement: Agreement) => Promise<ReleaseOutcome | undefined>
  /** Carries out the verdict of an administrator at a door. Undefined before the engine works. */
  readonly judge: (booking: BookingId, verdict: AdminVerdict) => Promise<VerdictOutcome | undefined>
  readonly stop: () => void
  /** Whether this booking runs, as the room was read last. */
  readonly isRunning: (booking: BookingId) => boolean
}

export interface RoomEngineParts {
  readonly reservations: ReservationStore
  readonly audit: Audit
  readonly clock: Clock
  readonly log: Log
  /** As a door of this room would have it. */
  readonly configuration: DirectConfiguration
  readonly calendar: DoorCalendar
  readonly timeZone: string
  /** The month's calls as this room sees them. Without it they count as unspent. */
  readonly calls?: CallCounter
}

export function createRoomEngine({ calendar, ...parts }: RoomEngineParts): RoomEngine {
  const { clock, log, audit, configuration, timeZone, reservations, calls } = parts
  /** Of the reservation that is asked for. The engine makes one at a time. */
  let nextId = ''
  // The calendar has the secret, and reads it at each need. The engine only asks whether there is one.
  const accounts = new Map<string, string>(secretAccounts(configuration.feishu, 'in the calendar'))
  const panel = createEngine({
    clock,
    log,
    rate: 1,
    // All rooms read at the same moments, so that one call reads twenty of them.
    random: () => 0,
    journal: createPassingJournal(),
    configuration: {
      read: async () => ok(configuration),
      follow: () => () => undefined,
      place: () => ({ file: '', stage: async () => err(new Error('A hub’s rooms are not set at a door')) }),
    },
    vault: {
      read: async (account) => {
        const known = accounts.get(account)
        return known === undefined ? err('missing') : ok(known)
      },
    },
    calendarFor: () => calendar,
    ...(calls && { calls }),
    booking: { store: reservations, newId: () => nextId },
    tablet: { locale: configuration.locale, timeZone },
    identity: () => ({ name: 'hub', code: '' }),
    admin: { ...noAdmin(log), audit },
  })
  return {
    async end(booking) {
      await panel.endMeeting(booking)
      for (const action of panel.current().actions)
        if (action.kind === 'end' && action.booking === booking && action.stage === 'settled')
          return action.outcome
      return undefined
    },
    releaseAgreed: panel.releaseAgreed,
    judge: panel.judge,
    isRunning: (booking) => {
      const { bookings, now } = panel.current()
      return bookings.some((one) => one.id === booking && contains(one, now))
    },
    reserving: () => panel.current().reserving,
    book: (wish, id) => {
      nextId = id
      return panel.book(wish)
    },
    findRooms: async () => {
      await panel.findRooms()
      return panel.current().found
    },
    stop: panel.stop,
  }
}
