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
import type { DoorCalendar } from './reservation-calendar.ts'
import type { SecretProblem } from './secrets.ts'

/** Everything outside the panel, on one page. Adapters implement it, `composition/` makes them, tests bring their own. */

/** Checks all that a panel needs. Takes some seconds. */
export type Diagnose = () => Promise<DiagnosisReport>

/** Check-ins and attempts, on disk. Never throws. */
export interface Journal {
  /** The stored journal. Changes no file. */
  readonly read: () => Promise<Result<JournalRead, JournalProblem>>
  /** Sets a copy of an unreadable journal aside for IT. Resolves to the copy's file. */
  readonly setAside: () => Promise<Result<string, JournalProblem>>
  /** Resolves when the whole content would survive a power cut. */
  readonly write: (content: JournalContent) => Promise<Result<void, JournalProblem>>
}

/**
 * `missing`: no journal was ever stored here; `lost`: one was stored, and is gone; `corrupt`: it can't be
 * parsed.
 */
export type JournalRead =
  | { readonly kind: 'found'; readonly content: JournalContent }
  | { readonly kind: 'missing' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'corrupt' }

/** The disk refused. */
export interface JournalProblem {
  readonly code: 'unreadable' | 'unwritable'
  readonly cause: unknown
}

/** The last reading, on disk. The first picture after a start is made of it. Never throws. */
export interface LastReading {
  /** Undefined without a reading that this version of the panel wrote. */
  readonly recall: () => Promise<CachedSchedule | undefined>
  /** Replaces the stored reading. After a power cut the older one may remain. */
  readonly keep: (reading: CachedSchedule) => void
  readonly forget: () => void
  readonly clocks: () => TabletClocks
}

/** The configuration's file. Never throws. */
export interface ConfigurationPlace {
  readonly file: string
  /** Writes a new configuration to the disk beside the old one, without effect yet. */
  readonly stage: (configuration: Configuration) => Promise<Result<StagedConfiguration, unknown>>
}

export interface StagedConfiguration {
  /** Replaces the old configuration atomically. */
  readonly commit: () => Promise<Result<void, unknown>>
  readonly discard: () => Promise<void>
}

/** The source of the configuration. Never throws. */
export interface ConfigurationSource {
  /** As it is written now, which may be newer than what is in force. */
  readonly read: () => Promise<Result<Configuration, SetUpProblem>>
  readonly follow: FollowConfiguration
  /** Where the next one goes, as things are now. */
  readonly place: () => ConfigurationPlace
}

/**
 * Hands over the present configuration repeatedly, each time after the last one was dealt with. Returns the
 * function that stops it.
 */
export type FollowConfiguration = (
  take: (read: Result<Configuration, SetUpProblem>) => Promise<void>,
) => Cancel

/**
 * Makes the calendar of a configuration. It asks for the app secret, or for the door's password at its broker,
 * each time it needs it. Its calls count as the panel's own.
 */
export type CalendarFor = (
  configuration: Configuration,
  readSecret: () => Promise<Result<string, SecretProblem>>,
) => DoorCalendar

/** Files by which IT sets a panel up without a keyboard. Never throws. */
export interface OrderFiles {
  /**
   * The order files in `ownFolder`, which only the panel's user can write, or also those on plugged-in
   * sticks.
   */
  readonly find: (where: OrderPlaces) => Promise<readonly OrderFile[]>
  /** The file's text. Also fails for a file that could not be destroyed afterwards. */
  readonly read: (path: string) => Promise<Result<string, unknown>>
  /**
   * Overwrites the file, and then removes it. Flash storage may keep an old copy, which ordinary reading does
   * not reach.
   */
  readonly destroy: (path: string) => Promise<Result<void, unknown>>
}

/** Checks whether IT left an order in a file, and carries it out. Never rejects. */
export type TakeOrder = (where: OrderPlaces) => Promise<TakenOrder>

export type OrderPlaces = 'ownFolder' | 'everywhere'

export interface OrderFile {
  readonly path: string
  /** Changes whenever the file changes. */
  readonly version: string
}

/** The way from this tablet to a host. Never throws. */
export interface Network {
  /** The addresses of a host, by the system's name service. */
  readonly addressesOf: (host: string) => Promise<Result<readonly string[], unknown>>
  /** The proxy that the network stack uses for a URL; undefined if it uses none. */
  readonly proxyFor: (url: string) => Promise<Proxy | undefined>
  /** Whether a server listens on this port. */
  readonly listens: (host: string, port: number) => Promise<boolean>
}

export interface Proxy {
  readonly host: string
  readonly port: number
}

/** Whether this user can read a file; the error says why not. Never throws. */
export type CanRead = (file: string) => Promise<Result<void, unknown>>

/** The tablet's login for a proxy that asks for one (RFC 7617). */
export interface ProxyLogin {
  readonly user: string
  readonly password: string
}

/** The disk under the panel's folder. Never throws. */
export interface Storage {
  /** Bytes that the panel may still write. */
  readonly free: () => Promise<Result<number, unknown>>
  /** Whether a file can be created in the journal's folder. */
  readonly takesFiles: () => Promise<Result<void, unknown>>
}

/** The calls that this panel made in a month, counted on disk (law 9). Never throws. */
export interface CallCounter {
  /** Counts a call that is sent, and that the month's quota may count. */
  readonly count: () => void
  /** The panel's share of `callsPerMonth`, and how much of it is spent by now. */
  readonly shareOf: (callsPerMonth: number) => Share
}

export interface Clock {
  /**
   * The server's time as far as the panel knows it. It advances by the monotonic clock, so a leap of the
   * system's clock does not change it.
   */
  readonly now: () => Instant
  /** Milliseconds on a clock that only goes forward. Its zero is arbitrary. */
  readonly elapsed: () => number
  /**
   * The greatest possible error of `now`, ms. `Infinity` before the server's first answer, and while an
   * answer contradicts the earlier ones.
   */
  readonly error: () => number
  /**
   * Tells the clock the `Date` header of one of the calendar's answers, and when (by `elapsed`) that call
   * began and ended. Returns false for an answer that can't be a present one, because the known time
   * contradicts it. A refusal may come from a machine on the way that words it like Feishu, so it sets no
   * clock.
   */
  readonly hear: (serverDate: Instant, sent: number, received: number, isRefusal?: boolean) => boolean
  /**
   * Calls `run` whenever `now` was corrected by seconds, or may be wrong, as after a sleep. Returns the
   * function that stops it.
   */
  readonly onLeap: (run: () => void) => Cancel
  /**
   * Whether `elapsed` has counted all the time since it had this value. It may have stopped during a sleep.
   */
  readonly isWholeSince: (elapsed: number) => boolean
  /** Runs `run` once after `ms`. Returns the function that cancels it. */
  readonly after: (ms: number, run: () => void) => Cancel
}

export type Cancel = () => void

/**
 * One HTTP exchange. Rejects unless an answer came. The caller sets the time limit, and reports its end by
 * `onGivenUp`.
 */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /**
   * Calls `run` with the caller's error once the caller no longer waits for the answer, at once if that is so
   * already. An `AbortSignal` for each call took a twelfth of the simulation's time.
   */
  readonly onGivenUp: (run: (cause: Error) => void) => void
}

export interface HttpAnswer {
  readonly status: number
  /** The value of a header by its lower-case name. */
  readonly header: (name: string) => string | undefined
  readonly text: string
}

/** The tablet's own settings. The configuration's have precedence. */
export interface TabletSettings {
  readonly locale: Locale
  readonly timeZone: string
}

/** The display that the page is on, and its touch screens. */
export interface Display {
  /** Why people can't see or touch the page now; undefined if they can. Never rejects. */
  readonly obstacle: () => Promise<Obstacle | undefined>
}

/** The supervisor that restarts the panel when it hangs. */
export interface Supervisor {
  /** How long it waits for a sign of life, ms; undefined if it doesn't wait for one. */
  readonly patience: number | undefined
  /** Tells it that the panel lives. May be called at any rate. */
  readonly isAlive: () => void
}

/** The log for IT. An event has a fixed name. The facts never contain secrets. */
export interface Log {
  readonly info: (event: string, facts?: Facts) => void
  readonly warn: (event: string, facts?: Facts) => void
  readonly error: (event: string, facts?: Facts) => void
}

export type Facts = Readonly<Record<string, unknown>>
