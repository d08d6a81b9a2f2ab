import { type Action, type Actions, actionsPutBack, withAction } from '../action/action.ts'
import { type Admin, adminAfter } from '../admin/admin.ts'
import type { BookingId } from '../booking/booking.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import { broken, type Offer, offersAfter, offersAt, withoutOldOffers } from '../check-in/offer.ts'
import { followed, joined, leftAt } from '../check-in/presence.ts'
import { type Recalled, type Recollection, uncertain } from '../reading/cached-schedule.ts'
import { forgottenReading, type Reading, readingAfter, type Schedule } from '../reading/reading.ts'
import {
  forgottenRoomReading,
  type RoomReading,
  roomReadingAfter,
  type RoomReadingEvent,
} from '../reading/room-reading.ts'
import type { Room } from '../reading/room.ts'
import { putBack } from '../reserving/put-back.ts'
import {
  nothingReserved,
  type Reserving,
  reservingAfter,
  type ReservingEvent,
  withoutRemoved,
} from '../reserving/reserving.ts'
import type { SetUpProblem } from '../set-up/set-up.ts'
import { days, type Instant, plus } from '../time/time.ts'
import { contentOf, failedAfter, type JournalState } from './journal-state.ts'
import type { PanelEvent } from './panel-event.ts'

/** The panel's whole state. The picture is derived from it and the time (`snapshotOf`). */
export interface Panel {
  readonly setUp: SetUp
  readonly room: Room
  readonly roomReading: RoomReading
  readonly reading: Reading
  /** Shown instead of a reading until the first one. No decision uses it. */
  readonly recalled?: Recalled
  /** Beside the schedule and not in it, so that no decision depends on a title. */
  readonly titles: ReadonlyMap<BookingId, string>
  readonly journal: JournalState
  /** No panel ran here before, so no earlier one has listed a booking or missed a check-in. */
  readonly isFirstStart?: true
  /** Check-ins whose present form is not on the disk yet. They already prevent a release. */
  readonly unsaved: readonly CheckIn[]
  readonly offers: readonly Offer[]
  /** When the screen was last touched, even if no action followed. */
  readonly touchedAt?: Instant
  /** The last of each kind. */
  readonly actions: Actions
  readonly reserving: Reserving
  readonly admin: Admin
}

export type SetUp = { readonly kind: 'ready' } | { readonly kind: 'notSetUp'; readonly problem: SetUpProblem }

/** The state of a panel before its first event. */
export const newPanel: Panel = {
  setUp: { kind: 'ready' },
  room: {},
  roomReading: { asking: false },
  reading: { asking: false },
  titles: new Map(),
  journal: { kind: 'unread' },
  unsaved: [],
  offers: [],
  actions: [],
  reserving: nothingReserved,
  admin: { kind: 'none' },
}

/**
 * The panel after `event`. Returns the same object if the event changes nothing. Applying an event twice is
 * harmless.
 */
export function evolve(panel: Panel, event: PanelEvent): Panel {
  switch (event.kind) {
    case 'setUp':
      return setUpAfter(panel, event)
    case 'recalled':
      return recalledAfter(panel, event)
    case 'rulesChanged':
    case 'pageLost':
      return { ...panel }
    case 'setUpFailed':
      return { ...panel, setUp: { kind: 'notSetUp', problem: event.problem } }
    case 'roomRead':
    case 'roomAsked':
    case 'roomFailed':
      return roomAfter(panel, event)
    case 'titlesRead':
      return { ...panel, titles: event.titles }
    case 'action':
      return actionAfter(panel, event.action)
    case 'left':
      return { ...panel, unsaved: joined(panel.unsaved, leftAt(checkInsOf(panel), event.booking, event.at)) }
    case 'scheduleRead':
      return readAfter(panel, event)
    case 'scheduleAsked':
    case 'scheduleFailed':
      return { ...panel, reading: readingAfter(panel.reading, event) }
    case 'timeLeapt':
      return forgetful(panel, event.now)
    case 'journalKept':
      return journalKept(panel, event)
    case 'journalFailed':
      return { ...panel, journal: failedAfter(panel.journal) }
    case 'checkInTapped':
      return {
        ...panel,
        unsaved: joined(panel.unsaved, [event.checkIn]),
        actions: withAction(panel.actions, {
          kind: 'checkIn',
          stage: 'asked',
          booking: event.checkIn.booking,
        }),
      }
    case 'presumed':
      return { ...panel, unsaved: joined(panel.unsaved, event.checkIns) }
    case 'painted':
      return event.checkIns.length === 0 ? panel : { ...panel, offers: offersAfter(panel.offers, event) }
    case 'offersAged':
      return { ...panel, offers: offersAt(panel.offers, event.elapsed) }
    case 'touched':
      return { ...panel, touchedAt: event.at }
    case 'reserving':
      return reservedAfter(panel, event.event)
    case 'admin':
      return withAdmin(panel, adminAfter(panel.admin, event.event))
  }
}

function roomAfter(panel: Panel, event: RoomReadingEvent): Panel {
  const room = event.kind === 'roomRead' ? event.room : panel.room
  return { ...panel, room, roomReading: roomReadingAfter(panel.roomReading, event) }
}

function reservedAfter(panel: Panel, event: ReservingEvent): Panel {
  const reserving = reservingAfter(panel.reserving, event)
  const { schedule } = panel.reading
  const left = schedule && withoutRemoved(schedule, reserving)
  return left === undefined || left === schedule
    ? { ...panel, reserving }
    : { ...panel, reserving, reading: { ...panel.reading, schedule: left } }
}

function journalKept(
  panel: Panel,
  { content, saved = [], isFirst }: Extract<PanelEvent, { kind: 'journalKept' }>,
): Panel {
  const unsaved = saved.length > 0 ? panel.unsaved.filter((one) => !saved.includes(one)) : panel.unsaved
  const kept: Panel = {
    ...panel,
    journal: { kind: 'kept', content },
    unsaved,
    ...(isFirst && { isFirstStart: isFirst }),
  }
  return 'content' in panel.journal ? kept : caughtUp(kept)
}

/** A disk may give the journal after the first reading: its check-ins follow the bookings that moved since. */
function caughtUp(panel: Panel): Panel {
  const { recalled, ...known } = panel
  const { schedule, before } = panel.reading
  if (schedule === undefined) return panel
  const changed = followed(checkInsOf(panel), recalled ? asSchedule(recalled) : before, schedule)
  return { ...known, ...(changed.length > 0 && { unsaved: joined(panel.unsaved, changed) }) }
}

/** All check-ins, on the disk and on their way there. */
export const checkInsOf = ({ journal, unsaved }: Panel): readonly CheckIn[] =>
  joined(contentOf(journal).checkIns, unsaved)

const recalledAfter = (panel: Panel, { recalled, room }: Recollection): Panel =>
  recalled.isUncertain ? { ...panel, recalled } : { ...panel, recalled, room }

/**
 * For the same room the last reading is kept as `before`. It proves nothing any more, but shows which
 * bookings the next reading should have.
 */
function setUpAfter(
  { journal, unsaved, admin, reading }: Panel,
  { isSameRoom }: { readonly isSameRoom?: true },
): Panel {
  const kept = isSameRoom && { reading: { ...forgottenReading(reading), asking: false } }
  return { ...newPanel, journal, unsaved, admin, ...kept }
}

/** The last known schedule, however old: this panel's, or the one that an earlier panel stored. */
export const lastSchedule = ({ reading, recalled }: Panel): Schedule | undefined =>
  reading.schedule ?? reading.before ?? (recalled && asSchedule(recalled))

/** If a reading shows that a booking was moved, its check-ins move with it (`followed`). */
function readAfter(panel: Panel, event: Extract<PanelEvent, { kind: 'scheduleRead' }>): Panel {
  const schedule = withoutRemoved(event.schedule, panel.reserving)
  const { recalled, ...known } = panel
  const before = lastSchedule(panel)
  const changed = followed(checkInsOf(panel), before, schedule)
  const isFirst = panel.reading.schedule === undefined && before !== undefined
  const reading = isFirst ? { ...panel.reading, before } : panel.reading
  const isJournalRead = 'content' in panel.journal
  return {
    ...known,
    // The journal's check-ins are not known yet, and follow their bookings from this reading on.
    ...(recalled && !isJournalRead && { recalled }),
    reading: readingAfter(reading, { ...event, schedule }),
    offers: withoutOldOffers(panel.offers, schedule.readAt),
    ...(changed.length > 0 && { unsaved: joined(panel.unsaved, changed) }),
  }
}

/**
 * A stored reading holds the bookings of its day and of the next. For the day after `readAt` it was therefore
 * complete.
 */
const asSchedule = ({ bookings, readAt }: Recalled): Schedule => ({
  bookings,
  readAt,
  window: { start: readAt, end: plus(readAt, days(1)) },
})

/** The outcome of a verdict that comes after the administrator has left is not shown. */
const actionAfter = (panel: Panel, action: Action): Panel =>
  action.kind === 'verdict' && panel.admin.kind !== 'open'
    ? panel
    : { ...panel, actions: withAction(panel.actions, action) }

/** The outcome of a verdict leaves the screen with the menu. */
function withAdmin(panel: Panel, admin: Admin): Panel {
  const isMenu = panel.admin.kind === 'open' && admin.kind === 'open'
  const actions = isMenu ? panel.actions : panel.actions.filter(({ kind }) => kind !== 'verdict')
  return { ...panel, admin, actions }
}

/** Forgets the readings, which may lie in the future by the corrected time. Every offer gets a gap. */
function forgetful(panel: Panel, now: Instant | undefined): Panel {
  const { recalled, touchedAt: _, ...known } = panel
  return {
    ...known,
    ...(recalled && { recalled: uncertain(recalled) }),
    roomReading: forgottenRoomReading(panel.roomReading),
    reading: forgottenReading(panel.reading),
    offers: panel.offers.map(broken),
    ...(now !== undefined && {
      actions: actionsPutBack(panel.actions, now),
      reserving: putBack(panel.reserving, now),
    }),
  }
}
