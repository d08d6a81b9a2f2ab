import type { BookingId } from '../../shared/booking/booking.ts'
import { encodeView } from '../../shared/line/fit-view.ts'
import { messages } from '../../shared/line/messages.ts'
import { stillCounts } from '../../shared/line/still-counts.ts'
import { lineVersion, toTopic } from '../../shared/line/topics.ts'
import type { RoomView } from '../../shared/line/view.ts'
import type { Line } from '../../engine/line/line.ts'
import type { Log } from '../../engine/ports.ts'
import type { Room } from '../../shared/reading/room.ts'
import { type Instant, minutes, plus } from '../../shared/time/time.ts'
import type { KnownReservations } from '../reservations/known-reservations.ts'
import type { SharedReading } from './confirmed-readings.ts'

/** The views of each room, which its doors are told. */
export interface RoomViews {
  readonly scheduleRead: (room: string, reading: SharedReading) => void
  readonly roomRead: (room: string, facts: Room, readAt: Instant) => void
  readonly titlesRead: (room: string, titles: ReadonlyMap<BookingId, string>) => void
  /** The store has these check-ins now. */
  readonly checkedIn: (room: string, checkIns: RoomView['checkIns']) => void
  /** The people of these bookings ended them at a door, by booking at this time. */
  readonly left: (room: string, bookings: ReadonlyMap<BookingId, Instant>) => void
  /** Publishes all that is known again: the broker may have lost it, or a room may have another door. */
  readonly publishAll: () => void
  /** The same for one room, as its next view: its doors or reservations have changed. */
  readonly changed: (room: string) => void
}

export interface RoomViewsParts {
  readonly line: Line
  readonly log: Log
  readonly epoch: number
  readonly policy: RoomView['policy']
  /** The doors that are assigned to this room now. */
  readonly doorsOf: (room: string) => readonly string[]
  /** Whether this door is there. */
  readonly isHere: (door: string) => boolean
  readonly reservations: Pick<KnownReservations, 'of' | 'limitsOf'>
}

/** How long a check-in stays in the views after it counts for nothing more, ms: a door would send it again. */
const countsBeyond = minutes(30)

interface Known {
  readonly seq: number
  readonly reading?: SharedReading
  readonly facts?: Room & { readonly readAt: Instant }
  readonly titles: ReadonlyMap<BookingId, string>
  readonly checkIns: RoomView['checkIns']
  readonly left: ReadonlyMap<BookingId, Instant>
}

const nothing: Known = { seq: 0, titles: new Map(), checkIns: [], left: new Map() }

/** Each change is a view of its own, whole, with the next number. There is none before the first reading, and before the reservations of earlier hubs are known. */
export function createRoomViews(parts: RoomViewsParts): RoomViews {
  const { line, log, epoch, policy, doorsOf, isHere, reservations } = parts
  const rooms = new Map<string, Known>()

  const publish = (room: string, { seq, reading, facts, titles, checkIns, left }: Known): void => {
    if (reading === undefined) return
    const { bookings, askedAt: readAt, window } = reading
    const reserved = reservations.of(room, readAt)
    if (reserved === undefined) return
    const listed = new Set(bookings.map(({ id }) => id))
    const doors = doorsOf(room)
    const limits = reservations.limitsOf(room)
    const silent = doors.filter((door) => !isHere(door))
    const view = {
      v: lineVersion,
      epoch,
      seq,
      room: { id: room, ...facts },
      readAt,
      window,
      bookings,
      titles: [...titles].filter(([id]) => listed.has(id)),
      checkIns: checkIns
        .filter((one) => stillCounts(one, bookings, plus(readAt, -countsBeyond)))
        .map((one) => withLeaving(one, left.get(one.booking))),
      policy,
      ...(limits && { limits }),
      reservations: reserved,
    } as const
    for (const door of doors) {
      const text = encodeView({ ...view, silentDoors: silent.filter((other) => other !== door) })
      if (!text.ok) return log.error('view.not-written', { room, ...text.error })
      void line.publish({ ...messages.room, topic: toTopic(door, 'room'), payload: text.value })
    }
  }
  const learn = (room: string, news: Partial<Known>): void => {
    const known = rooms.get(room) ?? nothing
    const next = { ...known, ...news, seq: known.seq + 1 }
    rooms.set(room, next)
    publish(room, next)
  }
  return {
    scheduleRead: (room, reading) => learn(room, { reading }),
    roomRead: (room, facts, readAt) => learn(room, { facts: { ...facts, readAt } }),
    titlesRead: (room, titles) => {
      if (!isSame(rooms.get(room)?.titles, titles)) learn(room, { titles })
    },
    checkedIn: (room, news) => {
      const known = rooms.get(room)?.checkIns ?? []
      const added = news.filter(({ id }) => !known.some((one) => one.id === id))
      // Also without anything new: a door that sends again has not heard the last view.
      learn(room, { checkIns: [...known, ...added] })
    },
    left: (room, bookings) => learn(room, { left: new Map([...(rooms.get(room)?.left ?? []), ...bookings]) }),
    changed: (room) => {
      if (rooms.has(room)) learn(room, {})
    },
    publishAll: () => rooms.forEach((known, room) => publish(room, known)),
  }
}

type TakenCheckIn = RoomView['checkIns'][number]

const withLeaving = (checkIn: TakenCheckIn, left: Instant | undefined): TakenCheckIn =>
  left === undefined ? checkIn : { ...checkIn, left }

type Titles = ReadonlyMap<BookingId, string>

const isSame = (one: Titles | undefined, other: Titles): boolean =>
  one?.size === other.size && [...other].every(([id, title]) => one.get(id) === title)
