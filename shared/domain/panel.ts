import { type Admin, adminAfter, type AdminEvent } from './admin.ts'
import type { Booking, BookingId } from './booking.ts'
import type { CheckIn, CheckingIn, CheckInOutcome } from './check-in.ts'
import type { EndOutcome, Ending } from './ending.ts'
import { emptyJournal, type JournalContent } from './journal.ts'
import { isAlive, type Offer, offersAfter, type Painted } from './offer.ts'
import type { Recalled, Recollection } from './kept-reading.ts'
import { forgottenReading, type Reading, readingAfter, type ReadingEvent } from './reading.ts'
import type { ReleaseOutcome, Releasing } from './release.ts'
import type { Room } from './room.ts'
import type { SetUpProblem } from './set-up.ts'
import type { Instant } from './time.ts'

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

export type PanelEvent =
  /** The panel begins, or begins anew for another room or by another app. */
  | { readonly kind: 'setUp' }
  | ({ readonly kind: 'recalled' } & Recollection)
  /** IT wrote other rules: what is to be shown and done may be another thing now. */
  | { readonly kind: 'rulesChanged' }
  | { readonly kind: 'setUpFailed'; readonly problem: SetUpProblem }
  | ReadingEvent
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
      return { ...known, reading: readingAfter(panel.reading, event) }
    }
    case 'scheduleAsked':
    case 'scheduleFailed':
      return { ...panel, reading: readingAfter(panel.reading, event) }
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
  return { ...known, reading: forgottenReading(panel.reading), offers: [] }
}
