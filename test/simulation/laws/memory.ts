import type { Instance } from '../../../simulator/calendar/event.ts'
import type { ReserveRules } from '../../../simulator/rooms/room.ts'
import type { Presence } from './presence.ts'
import type { Attempt } from './reserving/attempt.ts'
import type { Sitter } from './sitters.ts'

/** What the platform answered to the last reading that a panel got whole. */
export interface SeenReading {
  readonly askedAt: number
  readonly stays: readonly Instance[]
  /** What was asked for. */
  readonly window: { readonly start: number; readonly end: number }
  /** It said when it was given. */
  readonly isDated: boolean
}

/** A picture that says *free*, for as long as no other has taken its place. */
export interface StandingGreen {
  readonly since: number
  /** The bookings that were read by then. */
  readonly known: readonly Instance[]
  /** How far the panel's clock may have been from the true time, ms. */
  readonly error: number
}

/** When a panel fell asleep, when it woke, and until when it may not know that. */
export interface Daze {
  readonly from: number
  readonly woke: number
  readonly until: number
}

/** What the world remembers of one life of a panel's program. */
export interface ProgramMemory {
  readonly startedAt: number
  /** The company's rules for booking the room, as the platform last told them. */
  limits: ReserveRules | undefined
  /** When the app was last denied a step of a booking, if the company's rules were not told since. */
  deniedAt: number | undefined
  /** Until when calls about bookings at the door failed, or had to wait. */
  troubleUntil: number
  /** Since when the pictures say that the door books. */
  reservingSince: number | undefined
  reading: SeenReading | undefined
  /** When the first answer about the schedule came. */
  firstReadAt: number | undefined
  /** When the last reading of the room itself that the panel got was asked for. */
  roomAskedAt: number
  /** When the last reading that was asked for came whole, if it did. */
  wholeAt: number | undefined
  /** `last` words that were looked at already. */
  readonly words: Set<string>
  /** Events of which a picture said that they were not booked. */
  readonly notBooked: Set<string>
  /** When its disk first gave it what an earlier program had left. */
  diskReadAt: number | undefined
  /** Since when an answer has said what time it is, nothing has happened to its time, and no answer has said another one. */
  knowsTimeSince: number | undefined
  /** So many answers in a row have said another time than it is. */
  misdated: number
  /** When they last were as many as a panel believes. */
  misledAt: number
  /** The picture that stands, if it says *free*. */
  green: StandingGreen | undefined
  /** Until when a picture may stand because something happened to the page or to the tablet's time. */
  upsetUntil: number
  /** A sleep that the system did not tell of, and until when a panel may not have noticed it. */
  daze: Daze | undefined
}

export const newMemory = (startedAt: number): ProgramMemory => ({
  startedAt,
  limits: undefined,
  deniedAt: undefined,
  troubleUntil: -Infinity,
  reservingSince: undefined,
  reading: undefined,
  firstReadAt: undefined,
  roomAskedAt: -Infinity,
  wholeAt: undefined,
  words: new Set(),
  notBooked: new Set(),
  diskReadAt: undefined,
  knowsTimeSince: undefined,
  misdated: 0,
  misledAt: -Infinity,
  green: undefined,
  upsetUntil: -Infinity,
  daze: undefined,
})

/** Something happened to the page or to the tablet's time that a picture may outlast until then. */
export function upset(memory: ProgramMemory, until: number): void {
  memory.upsetUntil = Math.max(memory.upsetUntil, until)
  memory.knowsTimeSince = undefined
}

/** The world's own record of a room, which survives its panels. */
export interface RoomMemory {
  checkIns: Presence[]
  /** Of the bookings that visitors make at the room's doors, oldest first. */
  readonly attempts: Attempt[]
  /** Taps on check-in that reached a program, by booking. */
  readonly taps: Map<string, Presence>
  readonly sitters: Sitter[]
  /** The uid of the meeting that was booked in the place of another one, for the same people. */
  readonly successors: Map<string, string>
  /** How many releases of each booking reached the platform, and how many ends were sent for each confirmation. */
  readonly releases: Map<string, number>
  readonly ends: Map<string, number>
  /** How often people confirmed that a meeting is over. */
  readonly confirmed: Map<string, number>
  /** Bookings for which a panel sent a release, with any result. */
  readonly attempted: Set<string>
  /** When an end of each meeting was last carried out, and when a person last asked for one. */
  readonly endedAt: Map<string, number>
  readonly endAskedAt: Map<string, number>
  /**
   * Since when the readings show that the platform, gone wrong, hit a series that has instances to come, by the panel that sent
   * the reply: without a hub two doors of a room don't tell each other.
   */
  readonly harmedAt: Map<string, number>
  /** Until when one reading may be empty for once. */
  emptyUntil: number
  /** Bookings that overlapped another one while people came: a panel presumes people of theirs in the room. */
  readonly crowded: { readonly uid: string; readonly start: number }[]
  /** It hit one of which that isn't known for certain. */
  mayBeHarmed: boolean
}

export const newRoomMemory = (): RoomMemory => ({
  checkIns: [],
  attempts: [],
  taps: new Map(),
  sitters: [],
  successors: new Map(),
  releases: new Map(),
  attempted: new Set(),
  ends: new Map(),
  confirmed: new Map(),
  endedAt: new Map(),
  endAskedAt: new Map(),
  harmedAt: new Map(),
  emptyUntil: -Infinity,
  crowded: [],
  mayBeHarmed: false,
})

/** The first harm counts. */
export function noteHarmed({ harmedAt }: RoomMemory, panel: string, at: number): void {
  if (!harmedAt.has(panel)) harmedAt.set(panel, at)
}

/**
 * A panel's journal is gone: it can't know earlier check-ins any more, nor that a series was harmed. A booking whose check-in
 * the lost journal may have held is kept.
 */
export function forgetJournal({ checkIns, harmedAt }: RoomMemory, panel: string): void {
  for (const presence of checkIns) presence.isLost = true
  harmedAt.delete(panel)
}
