import type { Configuration } from '../shared/config/configuration.ts'
import type { Booking, BookingId } from '../shared/domain/booking.ts'
import type { Share } from '../shared/domain/call-ledger.ts'
import type { DiagnosisReport } from '../shared/domain/diagnosis.ts'
import type { AdminVerdict, JudgedBooking, VerdictOutcome } from '../shared/domain/judging.ts'
import type { Locale } from '../shared/domain/locale.ts'
import type { JournalContent } from '../shared/domain/journal.ts'
import type { KeptReading, TabletClocks } from '../shared/domain/kept-reading.ts'
import type { NetworkFault } from '../shared/domain/network-fault.ts'
import type { Obstacle } from '../shared/domain/obstacle.ts'
import type { ProblemCode } from '../shared/domain/problem.ts'
import type { Room } from '../shared/domain/room.ts'
import type { ListedRoom, RoomOutcome } from '../shared/domain/room-setting.ts'
import type { SetUpProblem } from '../shared/domain/set-up.ts'
import type { Instant, Interval } from '../shared/domain/time.ts'
import type { Result } from '../shared/result.ts'

/** Everything outside the panel, on one page. Adapters implement it, `composition/` makes them, tests bring their own. */

/** A booking as a calendar lists it. */
export interface ListedBooking extends Booking {
  /** Its times can't be made out: they are those of the whole window, in all of which it may take the room. */
  readonly isUnplaced?: true
}

/** The room's calendar. Each call has a time limit of its own and never throws. */
export interface RoomCalendar {
  /**
   * The bookings that overlap `window`, sorted by start. Safe to repeat; repeats itself on passing faults. `isAwaited`:
   * somebody at the door wants something done, so it is asked for even while the calendar wants to be left alone.
   */
  readonly readSchedule: (
    window: Interval,
    isAwaited?: boolean,
  ) => Promise<Result<readonly ListedBooking[], CalendarProblem>>
  /**
   * The titles of these bookings, as far as they are known. Costs one call at most, and none while nothing is new; no
   * call and no title for a while after one was refused. Not for private bookings.
   */
  readonly readTitles: (bookings: readonly Booking[]) => Promise<ReadonlyMap<BookingId, string>>
  /** Name, capacity, place, and whether the room is in service. */
  readonly readRoom: () => Promise<Result<Room, CalendarProblem>>
  /** All rooms that the app may see, sorted by nothing. Some calls, more for more rooms: only for who asks. */
  readonly readRooms: () => Promise<Result<readonly ListedRoom[], CalendarProblem>>
  /**
   * Other bookings of the same meeting that are still to come: within two months, and around the same days of the next two
   * quarters; with `known`, only where these begin. Read anew each time.
   */
  readonly readSiblings: (
    booking: Booking,
    known?: readonly Booking[],
  ) => Promise<Result<readonly Booking[], CalendarProblem>>
  /**
   * Sends one verdict about one booking, once. It is never repeated after an ambiguous answer: read the schedule to
   * learn what came of it. `mayGo` is asked right before each request leaves, when nothing else is waited for: there is
   * another one where the calendar did not look at the first, for its token or for the name that it gave the booking.
   */
  readonly reply: (booking: Booking, verdict: Verdict, mayGo?: () => Promise<boolean>) => Promise<Reply>
}

/**
 * `end`: somebody in the room says that the meeting is over; `release`: nobody checked in to it in time; `accept`,
 * `decline`: an administrator says that it stands, or that it does not.
 */
export type Verdict = 'end' | 'release' | AdminVerdict

/**
 * - `accepted`: the calendar took it; only a reading proves that it worked
 * - `refused`: it was not carried out, for certain
 * - `moved`: not carried out, for the calendar knows the meeting under other times now: read again, then decide
 * - `seriesUnknown`: not sent, for it could not be found out whether the meeting is one of a series
 * - `withheld`: not sent, for `mayGo` said so
 * - `unsure`: it may or may not have been carried out
 */
export type Reply =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly problem: CalendarProblem }
  | { readonly kind: 'moved'; readonly problem: CalendarProblem }
  | { readonly kind: 'seriesUnknown'; readonly problem: CalendarProblem }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'unsure'; readonly problem: CalendarProblem }

export interface CalendarProblem {
  readonly code: ProblemCode
  /** For `unreachable`: what the network tells of it, for IT. */
  readonly network?: NetworkFault
  /** For `scopeMissing`: the scopes, any one of which would do. */
  readonly scopes?: readonly string[]
  /** The calendar's own number for it, for IT. */
  readonly calendarCode?: number
  /** The calendar's name for this very call, to quote to its support. */
  readonly logId?: string
  /** How long to leave the calendar alone, ms. */
  readonly retryAfter?: number
  readonly cause?: unknown
}

/**
 * The calendar's calls one by one, so that IT sees which of them works. None changes anything; they repeat themselves on
 * passing faults.
 */
export interface CalendarProbe {
  /** Whether anybody at all answers at the calendar's address. */
  readonly reach: () => Promise<Result<void, CalendarProblem>>
  readonly token: () => Promise<Result<void, CalendarProblem>>
  readonly schedule: (window: Interval) => Promise<Result<readonly Booking[], CalendarProblem>>
  readonly room: () => Promise<Result<Room, CalendarProblem>>
  /** By the call that the schedule's scope is enough for; says less of a room that is out of service. */
  readonly olderRoom: () => Promise<Result<Room, CalendarProblem>>
  /** Asks for the titles of no meeting at all: whether titles may be asked for. */
  readonly titles: () => Promise<Result<void, CalendarProblem>>
}

/** The operating system's keyring. Each call has a time limit: a locked keyring may wait for a prompt nobody sees. */
export interface Vault {
  readonly read: (account: string) => Promise<Result<string, VaultProblem>>
  /** `notKept`: the keyring took it, or would have, and does not have it where it reads at its next start. */
  readonly write: (account: string, secret: string) => Promise<Result<void, VaultProblem | 'notKept'>>
  /** Content if there was nothing. */
  readonly remove: (account: string) => Promise<Result<void, VaultProblem>>
}

/**
 * - `missing`: the keyring works and holds nothing under this account
 * - `locked`: the keyring is there and does not open (or waits for somebody to open it)
 * - `unavailable`: there is no keyring to talk to
 */
export type VaultProblem = 'missing' | 'locked' | 'unavailable'

/** `otherOrigin`: the app's secret is there, and was provisioned for another host than the configuration names. */
export type SecretProblem = VaultProblem | 'otherOrigin'

/** The administrator's PIN, as the keyring keeps it. Never throws. */
export interface AdminPin {
  /** How to compare a PIN with it. `unreadable`: what the keyring holds is no PIN of ours. */
  readonly read: () => Promise<Result<IsPin, VaultProblem | 'unreadable'>>
}

/** Takes as long for a wrong PIN as for the right one. */
export type IsPin = (pin: string) => Promise<boolean>

/** How many wrong PINs in a row there were, on disk. Never throws. */
export interface PinTries {
  /** `spoilt`: what was kept can't be understood, and was set aside. */
  readonly read: () => Promise<Result<number | 'spoilt', unknown>>
  /** Resolves when the number would survive a power cut. */
  readonly write: (wrong: number) => Promise<Result<void, unknown>>
}

/** What was done at this door, and by whom as far as a door knows, for IT. Only ever grows, until what is oldest goes. Never throws. */
export interface Audit {
  /** Resolves when the entry would survive a power cut. */
  readonly enter: (entry: AuditEntry) => Promise<Result<void, unknown>>
  /** The same for another room. */
  readonly enterRoom: (entry: RoomAuditEntry) => Promise<Result<void, unknown>>
  /** The same for what anybody can do. */
  readonly enterDoor: (entry: DoorAuditEntry) => Promise<Result<void, unknown>>
}

/**
 * What was done, and not what was only asked for: a page that asks without an end fills no audit.
 *
 * - `checkIn`: somebody checked in to a booking that nobody had checked in to before
 * - `end`: an end of this meeting is about to be sent, or was answered so
 * - `pin`: a PIN was compared; `inARow`: the how manieth wrong one it was
 */
export type DoorAct =
  | { readonly kind: 'checkIn'; readonly booking: BookingId }
  | { readonly kind: 'end'; readonly booking: BookingId; readonly answer?: Reply['kind'] }
  | { readonly kind: 'pin'; readonly isRight: true }
  | { readonly kind: 'pin'; readonly isRight: false; readonly inARow: number }

export type DoorAuditEntry = DoorAct & { readonly at: Instant }

export interface AuditEntry extends JudgedBooking {
  readonly at: Instant
  /** Missing before the reply is sent. An entry without it that no other follows tells of a crash in between. */
  readonly outcome?: VerdictOutcome
}

/** The panel was given another room; the ids of both. */
export interface RoomAuditEntry {
  readonly at: Instant
  readonly from: string
  readonly to: string
  /** Missing before it is stored. */
  readonly outcome?: RoomOutcome
}

/** Looks at all that a panel needs. Takes some seconds. */
export type Diagnose = () => Promise<DiagnosisReport>

/** Check-ins and attempts, on disk. Never throws. */
export interface Journal {
  /** What was kept. Changes nothing. */
  readonly read: () => Promise<Result<JournalRead, JournalProblem>>
  /** Puts a copy of what can't be understood aside for IT; gives its file. */
  readonly setAside: () => Promise<Result<string, JournalProblem>>
  /** Resolves when the whole content would survive a power cut. */
  readonly write: (content: JournalContent) => Promise<Result<void, JournalProblem>>
}

/** `missing`: nothing was ever kept here; `lost`: something was, and is gone; `corrupt`: it can't be understood. */
export type JournalRead =
  | { readonly kind: 'found'; readonly content: JournalContent }
  | { readonly kind: 'missing' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'corrupt' }

/** The disk said no. */
export interface JournalProblem {
  readonly code: 'unreadable' | 'unwritable'
  readonly cause: unknown
}

/** What was read last, on disk: the first picture after a start is made of it. Never throws. */
export interface LastReading {
  /** Nothing, if there is none that this version of the panel has written. */
  readonly recall: () => Promise<KeptReading | undefined>
  /** In place of what was kept before. A power cut may leave the older one. */
  readonly keep: (reading: KeptReading) => void
  readonly forget: () => void
  readonly clocks: () => TabletClocks
}

/** Where the configuration lies. Never throws. */
export interface ConfigurationPlace {
  readonly file: string
  /** Writes it beside the old one: on the disk, and without effect yet. */
  readonly stage: (configuration: Configuration) => Promise<Result<StagedConfiguration, unknown>>
}

export interface StagedConfiguration {
  /** Puts it in the place of the old one, at once. */
  readonly commit: () => Promise<Result<void, unknown>>
  readonly discard: () => Promise<void>
}

/** The configuration, for an administrator who changes it at the door. Never throws. */
export interface ConfigurationDesk {
  /** As it is written now, which may be newer than what is in force. */
  readonly read: () => Promise<Result<Configuration, SetUpProblem>>
  /** The calendar of a configuration that is not in force, to try it. Its calls count as the panel's own. */
  readonly calendarFor: (configuration: Configuration) => RoomCalendar
  /** Where the next one goes, as things are now. */
  readonly place: () => ConfigurationPlace
}

/** Hands over what the configuration says by now, again and again, each time when the last was dealt with. Gives how to stop. */
export type FollowConfiguration = (
  take: (read: Result<Configuration, SetUpProblem>) => Promise<void>,
) => Cancel

/** Files by which IT sets a panel up without a keyboard. Never throws. */
export interface OrderFiles {
  /** Those that are there: `ownFolder`, where only the panel's user writes, or also what somebody plugs in. */
  readonly find: (where: OrderPlaces) => Promise<readonly OrderFile[]>
  /** Its text. Fails for a file that could not be destroyed, too. */
  readonly read: (path: string) => Promise<Result<string, unknown>>
  /** Overwrites it, and then removes it. On flash storage an old copy may outlive that, out of reach of ordinary reading. */
  readonly destroy: (path: string) => Promise<Result<void, unknown>>
}

export type OrderPlaces = 'ownFolder' | 'everywhere'

export interface OrderFile {
  readonly path: string
  /** Another one as soon as the file is another one. */
  readonly version: string
}

/** The way from this tablet to a host. Never throws. */
export interface Network {
  /** The addresses of a host, as the system's name service has them. */
  readonly addressesOf: (host: string) => Promise<Result<readonly string[], unknown>>
  /** The proxy that the network stack goes through to a URL, if it does. */
  readonly proxyFor: (url: string) => Promise<Proxy | undefined>
  /** Whether something listens there. */
  readonly listens: (host: string, port: number) => Promise<boolean>
}

export interface Proxy {
  readonly host: string
  readonly port: number
}

/** Whether this user can read a file; the error says why not. Never throws. */
export type CanRead = (file: string) => Promise<Result<void, unknown>>

/** Who the tablet is to a proxy that asks (RFC 7617). */
export interface ProxyLogin {
  readonly user: string
  readonly password: string
}

/** The disk under the panel's folder. Never throws. */
export interface Storage {
  /** Bytes that the panel may still write. */
  readonly free: () => Promise<Result<number, unknown>>
  /** Whether a file can be made where the journal lies. */
  readonly takesFiles: () => Promise<Result<void, unknown>>
}

/** The calls that this panel made in a month, counted on disk (law 9). Never throws. */
export interface CallCounter {
  /** A call leaves that the month's quota may count. */
  readonly count: () => void
  /** What of so many calls a month is this panel's, and how much of that is spent by now. */
  readonly shareOf: (callsPerMonth: number) => Share
}

export interface Clock {
  /** The server's time as far as we know it; advances by the monotonic clock, so a leap of the tablet's changes nothing. */
  readonly now: () => Instant
  /** Milliseconds on a clock that only ever goes forward. Its zero means nothing. */
  readonly elapsed: () => number
  /**
   * How far `now` may be from the server's time, ms; infinite as long as the server has not been heard, and while an answer
   * contradicts what was heard before.
   */
  readonly error: () => number
  /**
   * Tells the clock what the `Date` header of one of the calendar's answers said, and when (by `elapsed`) that call began and
   * ended. False for an answer that can't be of now: what is known of the time contradicts it. A refusal may come from a portal
   * that words it like Feishu: it tells the time to a clock that knows none, and puts none right.
   */
  readonly hear: (serverDate: Instant, sent: number, received: number, isRefusal?: boolean) => boolean
  /** Calls `run` whenever `now` was put right by seconds, or may be wrong, as after a sleep. Gives back how to stop. */
  readonly onLeap: (run: () => void) => Cancel
  /** Whether `elapsed` has told all the time that has passed since it was so much: it may have stood still in a sleep. */
  readonly isWholeSince: (elapsed: number) => boolean
  /** Runs `run` once after `ms`, and gives back how to cancel it. */
  readonly after: (ms: number, run: () => void) => Cancel
}

export type Cancel = () => void

/**
 * One HTTP exchange. Rejects on anything but an answer. The time limit is the caller's, who says through `onGivenUp` when it
 * is over.
 */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /**
   * Calls `run` with the caller's error once nobody waits for the answer any more, at once if that is so already. To make an
   * `AbortSignal` for each call took a twelfth of the simulation's time.
   */
  readonly onGivenUp: (run: (cause: Error) => void) => void
}

export interface HttpAnswer {
  readonly status: number
  /** The value of a header by its lower-case name. */
  readonly header: (name: string) => string | undefined
  readonly text: string
}

/** What the tablet itself is set to; the configuration goes before it. */
export interface TabletSettings {
  readonly locale: Locale
  readonly timeZone: string
}

/** The display that the page is on, and what there is to touch it with. */
export interface Display {
  /** What keeps people from seeing or touching the page just now; undefined if nothing does. Never rejects. */
  readonly obstacle: () => Promise<Obstacle | undefined>
}

/** Whoever starts the panel anew when it no longer lives. */
export interface Supervisor {
  /** For how long it waits for a sign of life, ms; undefined where nobody waits for one. */
  readonly patience: number | undefined
  /** Tells it that the panel lives. Called as often as one likes. */
  readonly isAlive: () => void
}

/** Where IT reads what happened. An event has a fixed name; secrets are never among the facts. */
export interface Log {
  readonly info: (event: string, facts?: Facts) => void
  readonly warn: (event: string, facts?: Facts) => void
  readonly error: (event: string, facts?: Facts) => void
}

export type Facts = Readonly<Record<string, unknown>>
