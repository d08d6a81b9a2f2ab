import { type Action, isReleaseSent } from '../action/action.ts'
import { spokenOf } from '../action/last-word.ts'
import { appearanceOf } from '../appearance/appearance.ts'
import type { Booking } from '../booking/booking.ts'
import { shownBooking } from '../booking/privacy.ts'
import { checkInsAt } from '../check-in/check-in-at.ts'
import { checkInElsewhere } from '../check-in/check-in-elsewhere.ts'
import { connectionAt, occupancyAt } from '../occupancy/occupancy-at.ts'
import type { Occupancy } from '../occupancy/occupancy.ts'
import { isRefused } from '../panel/journal-state.ts'
import type { Panel } from '../panel/panel.ts'
import { type Recalled, showable } from '../reading/cached-schedule.ts'
import { bookableAt, mayFindRooms } from '../reserving/bookable-at.ts'
import { marked } from '../reserving/reserving.ts'
import { reservingWordAt } from '../reserving/reserving-word.ts'
import { days, type Instant, type Interval, overlaps, plus } from '../time/time.ts'
import type { Snapshot } from './snapshot.ts'
import type { PanelRules } from './panel-rules.ts'

export type Picture = Omit<Snapshot, 'revision' | 'rate' | 'tablet'>

/**
 * The picture that people should see at `now`. The caller adds the revision, the rate of the clock and the
 * tablet.
 */
export function snapshotOf(
  panel: Panel,
  now: Instant,
  rules: PanelRules,
  pickDays: ShownDays = shownDays,
): Picture {
  const limit = rules.freshFor
  const { bookings, titles } = lastKnown(panel)
  const mark = (booking: Booking): Booking => marked(panel.reserving, booking)
  const shown = (booking: Booking): Booking => mark(shownBooking(booking, rules, titles.get(booking.id)))
  const occupancy = occupancyAt(panel, now, limit, rules.policy, rules.roomFreshFor)
  const checkIns = showsCheckIn(occupancy) ? checkInsOffered(panel, rules, now).map(shown) : []
  const elsewhere = showsCheckIn(occupancy) ? checkInElsewhere(bookings, rules.policy, now) : undefined
  return {
    now,
    locale: rules.locale,
    locales: rules.locales,
    timeZone: rules.timeZone,
    appearance: appearanceOf(rules.look, occupancy, checkIns.length),
    room: panel.room,
    occupancy: occupancyShown(withCause(occupancy, rules), shown),
    connection: connectionAt(panel, now, limit),
    today: rules.today,
    office: rules.office,
    bookings: markedDays(
      panel,
      pickDays(bookings, titles, rules.showTitle, rules.showOrganizer, rules.today),
    ),
    checkIns,
    ...(elsewhere !== undefined && { checkInElsewhere: elsewhere }),
    actions: spokenOf(panel.actions, panel.reading, now).map((action) => actionShown(action, shown)),
    reserving: reservingWordAt(panel.reserving, now),
    bookable: bookableAt(panel, now, rules),
    bookingNeedsPin: rules.booking.who === 'pin',
    mayFindRooms: mayFindRooms(panel, occupancy, rules),
    ...(panel.reserving.found && { found: panel.reserving.found }),
    admin: panel.admin,
    ...(isRefused(panel.journal) && { isKeepingNothing: true }),
  }
}

/** Most doors have no booking of their own, and the days stay the same from one reading to the next. */
const markedDays = ({ reserving }: Panel, bookings: readonly Booking[]): readonly Booking[] =>
  reserving.reservations.length === 0 ? bookings : bookings.map((booking) => marked(reserving, booking))

/** A check-in to a booking that is just being given back may come too late: no button asks for it. */
const checkInsOffered = (panel: Panel, { policy }: PanelRules, now: Instant): readonly Booking[] =>
  checkInsAt(panel, policy, now).filter((booking) => !isReleaseSent(panel.actions, booking))

/** The bookings and titles of the last reading. Before the first one, those that an earlier panel stored. */
function lastKnown({ reading, recalled, titles }: Panel): Pick<Recalled, 'bookings' | 'titles'> {
  if (reading.schedule !== undefined) return { bookings: reading.schedule.bookings, titles }
  return showable(recalled) ?? { bookings: noBookings, titles }
}

const noBookings: readonly Booking[] = []

export type ShownDays = (
  bookings: readonly Booking[],
  titles: Panel['titles'],
  showTitle: boolean,
  showOrganizer: boolean,
  today: Interval,
) => readonly Booking[]

/**
 * The bookings of today and tomorrow as they may be shown. A panel needs them for each picture, and remembers its last answer,
 * which stays the same from one reading to the next.
 */
export const shownDays: ShownDays = (bookings, titles, showTitle, showOrganizer, today) => {
  const twoDays = { start: today.start, end: plus(today.end, days(1)) }
  return bookings
    .filter((booking) => overlaps(booking, twoDays))
    .map((booking) => shownBooking(booking, { showTitle, showOrganizer }, titles.get(booking.id)))
}

/**
 * People can also check in while the calendar can't be read: the last reading knows the booking, and the
 * check-in counts when the calendar is back.
 */
const showsCheckIn = ({ kind }: Occupancy): boolean => kind !== 'outOfService' && kind !== 'notSetUp'

/**
 * The bookings for which this picture counts as an offer of check-in (law 2b). A picture of stale data is a
 * gap even with buttons on it, and an administrator's screen has no such button.
 */
export function offeredIn({ occupancy, checkIns, admin }: Pick<Picture, 'occupancy' | 'checkIns' | 'admin'>) {
  if (admin.kind !== 'none') return []
  return occupancy.kind === 'unknown' ? [] : checkIns.map(({ id }) => id)
}

function occupancyShown(occupancy: Occupancy, shown: (booking: Booking) => Booking): Occupancy {
  switch (occupancy.kind) {
    case 'checkInOpen':
    case 'awaitingCheckIn':
    case 'inUse':
      return { ...occupancy, booking: shown(occupancy.booking) }
    case 'unknown':
      return occupancy.running === undefined ? occupancy : { ...occupancy, running: shown(occupancy.running) }
    case 'free':
    case 'reserving':
    case 'outOfService':
    case 'notSetUp':
      return occupancy
  }
}

/** Replaces the reason `stale` by `shareSpent`, if the month's calls are why the reading is late. */
const withCause = (occupancy: Occupancy, { touches }: PanelRules): Occupancy =>
  occupancy.kind === 'unknown' && occupancy.reason === 'stale' && touches === 'least'
    ? { ...occupancy, reason: 'shareSpent' }
    : occupancy

const actionShown = (action: Action, shown: (booking: Booking) => Booking): Action =>
  'listed' in action ? { ...action, listed: shown(action.listed) } : action
