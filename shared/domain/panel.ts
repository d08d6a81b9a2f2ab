import { type Admin, adminAfter, type AdminEvent } from './admin.ts'
import type { Booking, BookingId } from './booking.ts'
import type { CheckIn, CheckingIn, CheckInOutcome } from './check-in.ts'
import type { EndOutcome, Ending } from './ending.ts'
import { emptyJournal, type JournalContent } from './journal.ts'
import { isAlive, type Offer, offersAfter, type Painted } from './offer.ts'
import type { Recalled, Recollection } from './kept-reading.ts'
import type { ProblemCode } from './problem.ts'
import type { ReleaseOutcome, Releasing } from './release.ts'
import type { Room } from './room.ts'
import type { SetUpProblem } from './set-up.ts'
import type { Instant, Interval } from './time.ts'

/** All that the panel knows. What it shows is derived from this and the time (`snapshotOf`). */
export interface Panel {
  readonly setUp: SetUp
  readonly room: Room
  /** When the calendar was last asked about the room itself, with success or without. */
  readonly roomAskedAt?: Instant
  readonly reading: Reading
  /** In place of a reading until there is one; for people to read, and no base for anything. */
  readonly recalled?: Recalled
  /** Beside the schedule and not in it: nothing is decided by a title. */
  readonly titles: ReadonlyMap<BookingId, string>
  readonly journal: JournalState
  /** Check-ins that were tapped since the panel began: they hold a release off before they are on disk, and without. */
  readonly taps: readonly CheckIn[]
  readonly checkingIn: CheckingIn
  readonly offers: readonly Offer[]
  readonly releasing: Releasing
  readonly ending: Ending
  readonly admin: Admin
}

/** The journal as it lies on the disk. `unreadable`, `failed`: the disk does not give it, or did not take the last entry. */
export type JournalState =
  | { readonly kind: 'unread' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'kept'; readonly content: JournalContent }
  | { readonly kind: 'failed'; readonly content: JournalContent }

export type SetUp = { readonly kind: 'ready' } | { readonly kind: 'notSetUp'; readonly problem: SetUpProblem }

/** The last good schedule, and the failure of the last attempt if that failed. */
export interface Reading {
  /** A reading is on its way. */
  readonly asking: boolean
  /** From 0 up to 1, drawn anew for each reading: it parts panels that would read at the same time. Nothing, for a panel alone. */
  readonly chance?: number
  readonly schedule?: Schedule
  /** What was read before time made a leap. It proves nothing now, but its buttons are on the page for some ms more. */
  readonly forgotten?: readonly Booking[]
  readonly failure?: ReadingFailure
}

export interface ReadingFailure {
  readonly code: ProblemCode
  readonly at: Instant
  /** How many attempts failed since the last good one. */
  readonly inARow: number
  /** How long the calendar wants to be left alone, ms. */
  readonly retryAfter?: number
}

export interface Schedule {
  /** Sorted by start. */
  readonly bookings: readonly Booking[]
  /** When the calendar was asked, not when it answered: what happened in between may be missing. */
  readonly readAt: Instant
  /** What was asked for. At a moment outside of it nothing is known. */
  readonly window: Interval
}

export type PanelEvent =
  /** The panel begins, or begins anew for another room or by another app. */
  | { readonly kind: 'setUp' }
  | ({ readonly kind: 'recalled' } & Recollection)
  /** IT wrote other rules: what is to be shown and done may be another thing now. */
  | { readonly kind: 'rulesChanged' }
  | { readonly kind: 'setUpFailed'; readonly problem: SetUpProblem }
  | { readonly kind: 'scheduleAsked'; readonly chance?: number }
  | { readonly kind: 'scheduleRead'; readonly schedule: Schedule }
  | {
      readonly kind: 'scheduleFailed'
      readonly code: ProblemCode
      readonly at: Instant
      readonly retryAfter?: number
    }
  | { readonly kind: 'roomRead'; readonly room: Room; readonly at: Instant }
  | { readonly kind: 'roomAsked'; readonly at: Instant }
  /** All that are known of the bookings that were read last. */
  | { readonly kind: 'titlesRead'; readonly titles: ReadonlyMap<BookingId, string> }
  | { readonly kind: 'endingBegun'; readonly booking: BookingId }
  | {
      readonly kind: 'endingSettled'
      readonly booking: BookingId
      readonly outcome: EndOutcome
      readonly at: Instant
    }
  /** Time made a leap, as after a sleep: what was read before proves nothing now. */
  | { readonly kind: 'timeLeapt' }
  | { readonly kind: 'journalKept'; readonly content: JournalContent }
  | { readonly kind: 'journalFailed' }
  | { readonly kind: 'checkInTapped'; readonly checkIn: CheckIn }
  | {
      readonly kind: 'checkInSettled'
      readonly booking: BookingId
      readonly outcome: CheckInOutcome
      readonly at: Instant
    }
  | ({ readonly kind: 'painted' } & Painted)
  /** These are all that the panel still offers check-in for, by a clock that reads `elapsed`. */
  | { readonly kind: 'offering'; readonly checkIns: readonly BookingId[]; readonly elapsed: number }
  /** Nobody knows whether the page could be touched just now: it was lost, or the tablet slept. */
  | { readonly kind: 'pageLost' }
  | { readonly kind: 'releaseBegun'; readonly booking: BookingId }
  /** From here on nobody can hold it back. */
  | { readonly kind: 'releaseSent'; readonly booking: BookingId }
  | {
      readonly kind: 'releaseSettled'
      readonly booking: Booking
      readonly outcome: ReleaseOutcome
      readonly at: Instant
    }
  | { readonly kind: 'admin'; readonly event: AdminEvent }

/** A panel that knows nothing yet. */
export const newPanel: Panel = {
  setUp: { kind: 'ready' },
  room: {},
  reading: { asking: false },
  titles: new Map(),
  journal: { kind: 'unread' },
  taps: [],
  checkingIn: { kind: 'none' },
  offers: [],
  releasing: { kind: 'none' },
  ending: { kind: 'none' },
  admin: { kind: 'none' },
}

/** The panel after `event`; the very same one if nothing changed. The same event twice does no harm. */
export function evolve(panel: Panel, event: PanelEvent): Panel {
  switch (event.kind) {
    case 'setUp':
      return { ...newPanel, journal: panel.journal, taps: panel.taps, admin: panel.admin }
    case 'recalled':
      return { ...panel, recalled: event.recalled, room: event.room }
    case 'rulesChanged':
      return { ...panel }
    case 'setUpFailed':
      return { ...panel, setUp: { kind: 'notSetUp', problem: event.problem } }
    case 'roomRead':
      return { ...panel, room: event.room, roomAskedAt: event.at }
    case 'roomAsked':
      return { ...panel, roomAskedAt: event.at }
    case 'titlesRead':
      return { ...panel, titles: event.titles }
    case 'endingBegun':
      return { ...panel, ending: { kind: 'ending', booking: event.booking } }
    case 'endingSettled':
      return { ...panel, ending: { ...event, kind: 'settled' } }
    case 'scheduleRead': {
      const { recalled: _, ...known } = panel
      return { ...known, reading: evolveReading(panel.reading, event) }
    }
    case 'scheduleAsked':
    case 'scheduleFailed':
      return { ...panel, reading: evolveReading(panel.reading, event) }
    case 'timeLeapt':
      return forgetful(panel)
    case 'journalKept':
      return { ...panel, journal: { kind: 'kept', content: event.content }, taps: stillOpen(panel, event) }
    case 'journalFailed':
      return { ...panel, journal: failedAfter(panel.journal) }
    case 'checkInTapped':
      return {
        ...panel,
        taps: [...panel.taps, event.checkIn],
        checkingIn: { kind: 'checkingIn', booking: event.checkIn.booking },
      }
    case 'checkInSettled':
      return { ...panel, checkingIn: { ...event, kind: 'settled' } }
    case 'painted':
      return isWithout(panel.offers, event) ? panel : { ...panel, offers: offersAfter(panel.offers, event) }
    case 'offering':
      return { ...panel, offers: panel.offers.filter((offer) => isOffered(offer, event)) }
    case 'pageLost':
      return { ...panel, offers: [] }
    case 'releaseBegun':
    case 'releaseSent': {
      const isSent = event.kind === 'releaseSent'
      return { ...panel, releasing: { kind: 'releasing', booking: event.booking, isSent } }
    }
    case 'releaseSettled':
      return { ...panel, releasing: { ...event, kind: 'settled' } }
    case 'admin':
      return { ...panel, admin: adminAfter(panel.admin, event.event) }
  }
}

export const contentOf = (journal: JournalState): JournalContent =>
  'content' in journal ? journal.content : emptyJournal

const failedAfter = (journal: JournalState): JournalState =>
  'content' in journal ? { ...journal, kind: 'failed' } : { kind: 'unreadable' }

/** The taps that are not on disk. */
const stillOpen = ({ taps }: Panel, { content }: { readonly content: JournalContent }): readonly CheckIn[] =>
  taps.filter(({ booking }) => !content.checkIns.some((checkIn) => checkIn.booking === booking))

/** Most pictures have no check-in button, like the one before. */
const isWithout = (offers: readonly Offer[], { checkIns }: Pick<Painted, 'checkIns'>): boolean =>
  offers.length === 0 && checkIns.length === 0

const isOffered = (offer: Offer, { checkIns, elapsed }: Pick<Painted, 'checkIns' | 'elapsed'>): boolean =>
  checkIns.includes(offer.booking) && isAlive(offer, elapsed)

/** What was read is forgotten, what was offered, and when the room was asked: that may lie in the future by the right time. */
function forgetful(panel: Panel): Panel {
  const { roomAskedAt: _, recalled: __, ...known } = panel
  const { asking, schedule, forgotten = [] } = panel.reading
  return { ...known, reading: { asking, forgotten: schedule?.bookings ?? forgotten }, offers: [] }
}

type ReadingEvent = Extract<PanelEvent, { kind: 'scheduleAsked' | 'scheduleRead' | 'scheduleFailed' }>

function evolveReading(reading: Reading, event: ReadingEvent): Reading {
  switch (event.kind) {
    case 'scheduleAsked':
      return { ...reading, asking: true, ...(event.chance !== undefined && { chance: event.chance }) }
    case 'scheduleRead': {
      const { failure: _, forgotten: __, ...known } = reading
      return { ...known, asking: false, schedule: event.schedule }
    }
    case 'scheduleFailed':
      return { ...reading, asking: false, failure: failureAfter(reading.failure, event) }
  }
}

function failureAfter(
  before: ReadingFailure | undefined,
  { code, at, retryAfter }: Extract<PanelEvent, { kind: 'scheduleFailed' }>,
): ReadingFailure {
  const isSame = before?.at === at
  const inARow = (before?.inARow ?? 0) + (isSame ? 0 : 1)
  return { code, at, inARow, ...(retryAfter !== undefined && { retryAfter }) }
}
