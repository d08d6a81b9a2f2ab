import type { RoomView } from '../../shared/line/view.ts'
import type { Instant } from '../../shared/time/time.ts'
import { isOpen, type Reservation } from '../../shared/reserving/reservation.ts'

/** The reservations as the doors of each room are told of them. */
export interface KnownReservations {
  /**
   * Those of this room's doors, and those that other rooms' doors have made in it, for a view whose reading was asked for at
   * `readAt`. Undefined before the store has told the reservations that an earlier hub had begun: until then no door may be green.
   */
  readonly of: (room: string, readAt: Instant) => readonly Reservation[] | undefined
  readonly limitsOf: (room: string) => RoomView['limits']
  /** The store has these now, of this room's doors. */
  readonly kept: (byRoom: string, reservations: readonly Reservation[]) => void
  /** `undefined`: no door can book the room. */
  readonly limitsRead: (room: string, limits: RoomView['limits']) => void
}

/** A room that was booked from another one, and was read before, is not free by that reading: its doors say that it is being booked. */
const unreadYet = (one: Reservation, readAt: Instant): Reservation =>
  one.state.kind === 'booked' && readAt < one.state.at
    ? { ...one, state: { kind: 'waiting', entry: one.state.entry, since: one.state.at, tries: 0 } }
    : one

/** More than a room's doors can book of a day, and still a small part of a view. */
const mostSettled = 30

/** `onChange`: the doors of this room are to be told. */
export function createKnownReservations(onChange: (room: string) => void): KnownReservations {
  const byDesk = new Map<string, readonly Reservation[]>()
  /** The reservations of doors in other rooms than their own, by their own room. */
  const elsewhere = new Map<string, readonly Reservation[]>()
  const limits = new Map<string, NonNullable<RoomView['limits']>>()

  return {
    of: (room, readAt) => {
      const own = byDesk.get(room)
      if (own === undefined) return undefined
      const others = [...elsewhere.values()].flat().filter((one) => one.room === room)
      return [...own, ...others.map((one) => unreadYet(one, readAt))]
    },
    limitsOf: (room) => limits.get(room),
    kept: (byRoom, reservations) => {
      const settled = reservations.filter((one) => !isOpen(one)).slice(-mostSettled)
      byDesk.set(
        byRoom,
        reservations.filter((one) => isOpen(one) || settled.includes(one)),
      )
      const before = elsewhere.get(byRoom) ?? []
      const abroad = reservations.filter(
        (one) => one.room !== byRoom && (isOpen(one) || settled.includes(one)),
      )
      if (abroad.length > 0) elsewhere.set(byRoom, abroad)
      else elsewhere.delete(byRoom)
      for (const room of new Set([byRoom, ...[...before, ...abroad].map((one) => one.room)])) onChange(room)
    },
    limitsRead: (room, read) => {
      if (read === undefined) limits.delete(room)
      else limits.set(room, read)
      onChange(room)
    },
  }
}
