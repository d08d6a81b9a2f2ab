import type { Locale } from '../shared/languages/locales.ts'
import type { Share } from '../shared/budget/call-ledger.ts'
import type { Obstacle } from '../shared/check-in/obstacle.ts'
import type { Configuration } from '../shared/config/configuration.ts'
import type { JournalContent } from '../shared/panel/journal.ts'
import type { CachedSchedule, TabletClocks } from '../shared/reading/cached-schedule.ts'
import type { Result } from '../shared/result.ts'
import type { DiagnosisReport } from '../shared/set-up/diagnosis.ts'
import type { SetUpProblem, TakenOrder } from '../shared/set-up/set-up.ts'
import type { Instant } from '../shared/time/time.ts'
import type { RoomCalendar } from './calendars/room-calendar.ts'
import type { SecretProblem } from './secrets.ts'

/** Everything outside the panel, on one page. Adapters implement it, `composition/` makes them, tests bring their own. */

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
  readonly recall: () => Promise<CachedSchedule | undefined>
  /** In place of what was kept before. A power cut may leave the older one. */
  readonly keep: (reading: CachedSchedule) => void
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

/** Where the configuration comes from. Never throws. */
export interface ConfigurationSource {
  /** As it is written now, which may be newer than what is in force. */
  readonly read: () => Promise<Result<Configuration, SetUpProblem>>
  readonly follow: FollowConfiguration
  /** Where the next one goes, as things are now. */
  readonly place: () => ConfigurationPlace
}

/** Hands over what the configuration says by now, again and again, each time when the last was dealt with. Gives how to stop. */
export type FollowConfiguration = (
  take: (read: Result<Configuration, SetUpProblem>) => Promise<void>,
) => Cancel

/** Makes the calendar of a configuration, which asks for the app secret whenever it needs it. Its calls count as the panel's own. */
export type CalendarFor = (
  configuration: Configuration,
  readSecret: () => Promise<Result<string, SecretProblem>>,
) => RoomCalendar

/** Files by which IT sets a panel up without a keyboard. Never throws. */
export interface OrderFiles {
  /** Those that are there: `ownFolder`, where only the panel's user writes, or also what somebody plugs in. */
  readonly find: (where: OrderPlaces) => Promise<readonly OrderFile[]>
  /** Its text. Fails for a file that could not be destroyed, too. */
  readonly read: (path: string) => Promise<Result<string, unknown>>
  /** Overwrites it, and then removes it. On flash storage an old copy may outlive that, out of reach of ordinary reading. */
  readonly destroy: (path: string) => Promise<Result<void, unknown>>
}

/** Looks whether IT left an order in a file, and carries it out. Never rejects. */
export type TakeOrder = (where: OrderPlaces) => Promise<TakenOrder>

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
