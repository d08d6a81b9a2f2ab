import type { CompanyCalendar } from '../engine/company-calendar.ts'
import type { Line } from '../engine/line/line.ts'
import type { CallCounter, Clock, Log } from '../engine/ports.ts'
import type { DirectConfiguration } from '../shared/config/configuration.ts'
import type { RoomView } from '../shared/line/view.ts'
import { createBeginRound } from './asks/begin-round.ts'
import { createCarryOut } from './asks/carry-out.ts'
import { createCompanyRooms } from './asks/company-rooms.ts'
import { keepCheckIns } from './asks/keep-check-ins.ts'
import { serveAsks } from './asks/serve-asks.ts'
import { createVotings } from './asks/votings.ts'
import { pause } from '../engine/pause.ts'
import type { BrokerAdmin } from './broker/broker-admin.ts'
import { tellDesired } from './desired/tell-desired.ts'
import type { HeldLease } from './leading/held-lease.ts'
import { startPulse } from './leading/start-pulse.ts'
import { followPresence } from './rooms/door-presence.ts'
import { followDoors, type KnownDoors } from './rooms/known-doors.ts'
import { openDesk } from './rooms/room-desk.ts'
import { createRoomViews } from './rooms/room-views.ts'
import { createSharedReadings } from './rooms/shared-readings.ts'
import { createKnownReservations } from './reservations/known-reservations.ts'
import { recallReservations } from './reservations/recall-reservations.ts'
import { createTurns } from './reservations/turns.ts'
import type { HubStore } from './store/hub-store.ts'

/** What a hub that leads needs from outside. */
export interface LeadParts {
  readonly company: CompanyCalendar
  readonly line: Line
  /** Without it no door is given another password. */
  readonly broker?: Pick<BrokerAdmin, 'setPassword'>
  readonly store: Pick<HubStore, 'attempts' | 'audit' | 'checkIns' | 'doors' | 'reservations'>
  readonly clock: Clock
  readonly log: Log
  readonly rooms: readonly string[]
  /** The rules of a room, as a door of it would have them. */
  readonly configurationOf: (room: string) => DirectConfiguration
  readonly policy: RoomView['policy']
  readonly timeZone: string
  /** The month's calls as each room sees them. Without it they count as unspent. */
  readonly calls?: CallCounter
}

/** Between two rooms' limits, which all rooms want when a hub begins, ms: a hundred a minute. */
const betweenLimits = 600

/**
 * Leads with this lease: reads all rooms, tells their doors, and carries out what they ask for. Returns the
 * function that ends all of it.
 */
export function lead(parts: LeadParts, lease: HeldLease): () => void {
  const { line, clock, log, rooms } = parts
  const doors = followAllDoors(parts, () => views.publishAll())
  const presence = followPresence({
    ...parts,
    onChange: (door) => {
      const room = doors.roomOf(door)
      if (room !== undefined) views.changed(room)
    },
  })
  const { epoch } = lease
  const known = createKnownReservations((room) => views.changed(room))
  const views = createRoomViews({
    ...parts,
    epoch,
    doorsOf: doors.of,
    isHere: presence.isHere,
    reservations: known,
  })
  const left = recallReservations(parts)
  const limitsInTurn = createTurns(() => pause(clock, betweenLimits))
  const readings = createSharedReadings({ ...parts, rooms })
  const desks = new Map(
    rooms.map((room) => [
      room,
      openDesk({ ...parts, lease, room, views, readings, known, recalled: left.recalled, limitsInTurn }),
    ]),
  )
  const votings = createVotings({ ...parts, epoch, doors, presence })
  const beginRound = createBeginRound({
    ...parts,
    doors,
    presence,
    votings,
    release: async (room, booking, agreement) => desks.get(room)?.release(booking, agreement),
  })
  const carryOut = createCarryOut({
    clock,
    lease,
    roomOf: doors.roomOf,
    deskOf: (room) => desks.get(room),
    beginRound,
    votings,
    listRooms: createCompanyRooms(parts.company, clock),
  })
  const stops = [
    readings.onReading(views.scheduleRead),
    // A broker that was started anew has lost what it retained.
    line.onConnection(() => {
      if (line.isConnected()) views.publishAll()
    }),
    startPulse({ line, clock, epoch }),
    serveAsks({ line, clock, log, carryOut }),
    keepCheckIns({ ...parts, lease, views, votings, roomOf: doors.roomOf }),
    doors.stop,
    left.stop,
    presence.stop,
    ...[...desks.values()].map(({ stop }) => stop),
  ]
  return () => stops.forEach((stop) => stop())
}

/** The doors of all rooms, each of which is told what this hub desires of it. */
function followAllDoors({ line, store, clock, log, broker }: LeadParts, onChange: () => void): KnownDoors {
  const desired = broker && tellDesired({ line, log, store, broker })
  const onListed = desired && { onListed: desired.look }
  const doors = followDoors({ ...store, clock, log, onChange, ...onListed })
  return {
    ...doors,
    stop: () => {
      doors.stop()
      desired?.stop()
    },
  }
}
