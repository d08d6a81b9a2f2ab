import type { Instance } from '../../../main/simulator/calendar/event.ts'

/** What the platform answered to the last reading that a panel got whole. */
export interface SeenReading {
  readonly askedAt: number
  readonly stays: readonly Instance[]
}

/** A check-in that somebody was shown to be done, with the times it was for. */
export interface ShownCheckIn {
  readonly uid: string
  readonly start: number
  readonly end: number
}

/** For how long a page has had the check-in button of one booking, in true time. */
export interface ButtonShown {
  since: number
  last: number
}

/** A picture that says *free*, for as long as no other has taken its place. */
export interface StandingGreen {
  readonly since: number
  /** The bookings that were read by then. */
  readonly known: readonly Instance[]
  /** How far the panel's clock may have been from the true time, ms. */
  readonly error: number
}

/** What the world remembers of one life of a panel's program. */
export interface ProgramMemory {
  reading: SeenReading | undefined
  readonly buttons: Map<string, ButtonShown>
  /** Taps on check-in that reached the program, by booking. */
  readonly taps: Map<string, ShownCheckIn>
  /** `last` words that were looked at already. */
  readonly words: Set<string>
  journal: 'unread' | 'read'
  /** The picture that stands, if it says *free*. */
  green: StandingGreen | undefined
  /** Until when a picture may stand because something happened to the page or to the tablet's time. */
  upsetUntil: number
  /** Until when a panel may not have noticed a sleep that the system did not tell of. */
  dazedUntil: number
}

export const newMemory = (): ProgramMemory => ({
  reading: undefined,
  buttons: new Map(),
  taps: new Map(),
  words: new Set(),
  journal: 'unread',
  green: undefined,
  upsetUntil: -Infinity,
  dazedUntil: -Infinity,
})

/** Something happened to the page or to the tablet's time that a picture may outlast until then. */
export const upset = (memory: ProgramMemory, until: number): void =>
  void (memory.upsetUntil = Math.max(memory.upsetUntil, until))

/** What the world remembers of a room, whatever its panels forget. */
export interface RoomMemory {
  readonly checkIns: ShownCheckIn[]
  /** How many releases of each booking reached the platform, and how many ends were sent for each confirmation. */
  readonly releases: Map<string, number>
  readonly ends: Map<string, number>
  /** How often somebody confirmed that a meeting is over. */
  readonly confirmed: Map<string, number>
  /** When the platform, gone wrong, hit a series that has instances to come. */
  harmedAt: number | undefined
  /** Check-ins that were shown and then taken away with the journal itself. */
  isJournalSpoilt: boolean
}

export const newRoomMemory = (): RoomMemory => ({
  checkIns: [],
  releases: new Map(),
  ends: new Map(),
  confirmed: new Map(),
  harmedAt: undefined,
  isJournalSpoilt: false,
})

/** As the panel names bookings: made from what the platform lists, and from nothing else. */
export const nameOf = ({ event, start, originalStart, isException }: Instance): string =>
  `${event.uid}/${isException ? originalStart / 1000 : 0}/${start / 1000}`

export const countsFor = (checkIn: ShownCheckIn, uid: string, start: number, end: number): boolean =>
  (checkIn.uid === uid && checkIn.start === start) || (checkIn.start < end && start < checkIn.end)
