import { type Admin, adminAfter } from '../admin/admin.ts'
import type { BookingId } from '../booking/booking.ts'
import type { CheckIn, CheckingIn } from '../check-in/check-in.ts'
import { broken, type Offer, offersAfter, offersAt, withoutOldOffers } from '../check-in/offer.ts'
import { followed, joined, leftAt } from '../check-in/presence.ts'
import type { Ending } from '../ending/ending.ts'
import { type Recalled, type Recollection, uncertain } from '../reading/cached-schedule.ts'
import { forgottenReading, type Reading, readingAfter, type Schedule } from '../reading/reading.ts'
import {
  forgottenRoomReading,
  type RoomReading,
  roomReadingAfter,
  type RoomReadingEvent,
} from '../reading/room-reading.ts'
import type { Room } from '../reading/room.ts'
import type { Releasing } from '../release/release.ts'
import type { SetUpProblem } from '../set-up/set-up.ts'
import { days, type Instant, plus } from '../time/time.ts'
import { contentOf, failedAfter, type JournalState } from './journal-state.ts'
import type { PanelEvent } from './panel-event.ts'

/** All that the panel knows. What it shows is derived from this and the time (`snapshotOf`). */
export interface Panel {
  readonly setUp: SetUp
  readonly room: Room
  readonly roomReading: RoomReading
  readonly reading: Reading
  /** In place of a reading until there is one; for people to read, and no base for anything. */
  readonly recalled?: Recalled
  /** Beside the schedule and not in it: nothing is decided by a title. */
  readonly titles: ReadonlyMap<BookingId, string>
  readonly journal: JournalState
  /** There was never a panel here before: no earlier one has listed a booking, nor turned anybody away. */
  readonly isFirstStart?: true
  /** Check-ins that are not on disk as they are here: they hold a release off before that, and without. */
  readonly unsaved: readonly CheckIn[]
  readonly checkingIn: CheckingIn
  readonly offers: readonly Offer[]
  /** When somebody last touched the screen, whatever came of it. */
  readonly touchedAt?: Instant
  readonly releasing: Releasing
  readonly ending: Ending
  readonly admin: Admin
}

export type SetUp = { readonly kind: 'ready' } | { readonly kind: 'notSetUp'; readonly problem: SetUpProblem }

/** A panel that knows nothing yet. */
export const newPanel: Panel = {
  setUp: { kind: 'ready' },
  room: {},
  roomReading: { asking: false },
  reading: { asking: false },
  titles: new Map(),
  journal: { kind: 'unread' },
  unsaved: [],
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
      return setUpAfter(panel, event)
    case 'recalled':
      return recalledAfter(panel, event)
    case 'rulesChanged':
      return { ...panel }
    case 'setUpFailed':
      return { ...panel, setUp: { kind: 'notSetUp', problem: event.problem } }
    case 'roomRead':
    case 'roomAsked':
    case 'roomFailed':
      return roomAfter(panel, event)
    case 'titlesRead':
      return { ...panel, titles: event.titles }
    case 'endingBegun':
      return { ...panel, ending: { ...event, kind: 'ending' } }
    case 'endingSettled':
      return endedAfter(panel, event)
    case 'scheduleRead':
      return readAfter(panel, event)
    case 'scheduleAsked':
    case 'scheduleFailed':
      return { ...panel, reading: readingAfter(panel.reading, event) }
    case 'timeLeapt':
      return forgetful(panel)
    case 'journalKept':
      return journalKept(panel, event)
    case 'journalFailed':
      return { ...panel, journal: failedAfter(panel.journal) }
    case 'checkInTapped':
      return {
        ...panel,
        unsaved: joined(panel.unsaved, [event.checkIn]),
        checkingIn: { kind: 'checkingIn', booking: event.checkIn.booking },
      }
    case 'checkInSettled':
      return { ...panel, checkingIn: { ...event, kind: 'settled' } }
    case 'presumed':
      return { ...panel, unsaved: joined(panel.unsaved, event.checkIns) }
    case 'painted':
      return event.checkIns.length === 0 ? panel : { ...panel, offers: offersAfter(panel.offers, event) }
    case 'offersAged':
      return { ...panel, offers: offersAt(panel.offers, event.elapsed) }
    case 'touched':
      return { ...panel, touchedAt: event.at }
    case 'pageLost':
      return { ...panel }
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

function roomAfter(panel: Panel, event: RoomReadingEvent): Panel {
  const room = event.kind === 'roomRead' ? event.room : panel.room
  return { ...panel, room, roomReading: roomReadingAfter(panel.roomReading, event) }
}

function journalKept(
  panel: Panel,
  { content, saved = [], isFirst }: Extract<PanelEvent, { kind: 'journalKept' }>,
): Panel {
  const unsaved = saved.length > 0 ? panel.unsaved.filter((one) => !saved.includes(one)) : panel.unsaved
  return { ...panel, journal: { kind: 'kept', content }, unsaved, ...(isFirst && { isFirstStart: isFirst }) }
}

/** All that is known of who is in the room: on disk, and on its way there. */
export const checkInsOf = ({ journal, unsaved }: Panel): readonly CheckIn[] =>
  joined(contentOf(journal).checkIns, unsaved)

const recalledAfter = (panel: Panel, { recalled, room }: Recollection): Panel =>
  recalled.isUncertain ? { ...panel, recalled } : { ...panel, recalled, room }

/** In the same room the last reading proves nothing any more, but says which bookings the next one should have. */
function setUpAfter(
  { journal, unsaved, admin, reading }: Panel,
  { isSameRoom }: { readonly isSameRoom?: true },
): Panel {
  const kept = isSameRoom && { reading: { ...forgottenReading(reading), asking: false } }
  return { ...newPanel, journal, unsaved, admin, ...kept }
}

/** The last schedule that is known, however old it is: of this panel, or of the one before it. */
export const lastSchedule = ({ reading, recalled }: Panel): Schedule | undefined =>
  reading.schedule ?? reading.before ?? (recalled && asSchedule(recalled))

/** A reading takes the people of a booking along that was moved (`followed`). */
function readAfter(panel: Panel, event: Extract<PanelEvent, { kind: 'scheduleRead' }>): Panel {
  const { schedule } = event
  const { recalled: _, ...known } = panel
  const before = lastSchedule(panel)
  const changed = followed(checkInsOf(panel), before, schedule)
  const isFirst = panel.reading.schedule === undefined && before !== undefined
  const reading = isFirst ? { ...panel.reading, before } : panel.reading
  return {
    ...known,
    reading: readingAfter(reading, event),
    offers: withoutOldOffers(panel.offers, schedule.readAt),
    ...(changed.length > 0 && { unsaved: joined(panel.unsaved, changed) }),
  }
}

/** What was kept of a reading is of its day and the next: in the day from then on it lacked nothing. */
const asSchedule = ({ bookings, readAt }: Recalled): Schedule => ({
  bookings,
  readAt,
  window: { start: readAt, end: plus(readAt, days(1)) },
})

/** Who ends a meeting leaves. */
function endedAfter(panel: Panel, event: Extract<PanelEvent, { kind: 'endingSettled' }>): Panel {
  const ended: Panel = { ...panel, ending: { ...event, kind: 'settled' } }
  if (event.outcome.kind !== 'done') return ended
  return { ...ended, unsaved: joined(panel.unsaved, leftAt(checkInsOf(panel), event.booking, event.at)) }
}

/** What was read is forgotten: it may lie in the future by the right time. Each offer has a gap. */
function forgetful(panel: Panel): Panel {
  const { recalled, touchedAt: _, ...known } = panel
  return {
    ...known,
    ...(recalled && { recalled: uncertain(recalled) }),
    roomReading: forgottenRoomReading(panel.roomReading),
    reading: forgottenReading(panel.reading),
    offers: panel.offers.map(broken),
  }
}
