import type { CompanyCalendar } from '../engine/company-calendar.ts'
import type { Line } from '../engine/line/line.ts'
import type { Clock, Log } from '../engine/ports.ts'
import type { BookingId } from '../shared/booking/booking.ts'
import type { Configuration } from '../shared/config/configuration.ts'
import type { RoomView } from '../shared/line/view.ts'
import { createCarryOut } from './asks/carry-out.ts'
import { keepCheckIns } from './asks/keep-check-ins.ts'
import { serveAsks } from './asks/serve-asks.ts'
import type { HeldLease } from './leading/held-lease.ts'
import { startPulse } from './leading/start-pulse.ts'
import { createAttemptedReplies } from './rooms/attempted-replies.ts'
import { createHubCalendar } from './rooms/hub-calendar.ts'
import { followDoors } from './rooms/known-doors.ts'
import { createRoomEngine } from './rooms/room-engine.ts'
import { createRoomViews, type RoomViews } from './rooms/room-views.ts'
import { createSharedReadings, type SharedReadings } from './rooms/shared-readings.ts'
import type { HubStore } from './store/hub-store.ts'

/** What a hub that leads needs from outside. */
export interface LeadParts {
  readonly company: CompanyCalendar
  readonly line: Line
  readonly store: Pick<HubStore, 'attempts' | 'checkIns' | 'doors'>
  readonly clock: Clock
  readonly log: Log
  readonly rooms: readonly string[]
  /** The rules of a room, as a door of it would have them. */
  readonly configurationOf: (room: string) => Configuration
  readonly policy: RoomView['policy']
  readonly timeZone: string
}

/**
 * Leads with this lease: reads all rooms, tells their doors, and carries out what they ask for. Returns the
 * function that ends all of it.
 */
export function lead(parts: LeadParts, lease: HeldLease): () => void {
  const { line, store, clock, log, rooms, policy } = parts
  const doors = followDoors({ ...store, clock, log, onChange: () => views.publishAll() })
  const views = createRoomViews({ line, log, epoch: lease.epoch, policy, doorsOf: doors.of })
  const readings = createSharedReadings({ ...parts, rooms })
  const desks = new Map(rooms.map((room) => [room, openDesk(parts, lease, { room, views, readings })]))
  const carryOut = createCarryOut({
    clock,
    lease,
    roomOf: doors.roomOf,
    end: async (room, booking, door) => desks.get(room)?.end(booking, door),
  })
  const stops = [
    readings.onReading(views.scheduleRead),
    // A broker that was started anew has lost what it retained.
    line.onConnection(() => {
      if (line.isConnected()) views.publishAll()
    }),
    startPulse({ line, clock, epoch: lease.epoch }),
    serveAsks({ line, clock, log, carryOut }),
    keepCheckIns({ line, store, clock, log, lease, views, roomOf: doors.roomOf }),
    doors.stop,
    ...[...desks.values()].map(({ stop }) => stop),
  ]
  return () => stops.forEach((stop) => stop())
}

interface DeskParts {
  readonly room: string
  readonly views: RoomViews
  readonly readings: SharedReadings
}

/** One room with its engine, whose replies are attempts. */
function openDesk(parts: LeadParts, lease: HeldLease, { room, views, readings }: DeskParts) {
  const { company, store, clock, log, configurationOf } = parts
  const askers = new Map<BookingId, string>()
  const calendar = company.roomCalendar(room)
  const replies = createAttemptedReplies({
    room,
    calendar,
    attempts: store.attempts,
    lease,
    clock,
    log,
    askedBy: (booking) => askers.get(booking),
    onSent: (booking) => readings.replied(room, booking),
  })
  const engine = createRoomEngine({
    ...parts,
    configuration: configurationOf(room),
    calendar: createHubCalendar({ room, calendar, readings, views, replies, clock }),
  })
  return {
    stop: engine.stop,
    end: async (booking: BookingId, door: string) => {
      askers.set(booking, door)
      const outcome = await engine.end(booking)
      askers.delete(booking)
      if (outcome !== undefined && outcome.kind !== 'refused') await replies.settleOpen(outcome.kind)
      return outcome
    },
  }
}
