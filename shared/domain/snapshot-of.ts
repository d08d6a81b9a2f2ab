import { type Booking, isPrivate, runningAt } from './booking.ts'
import type { Ending } from './ending.ts'
import type { Occupancy } from './occupancy.ts'
import { connectionAt, occupancyAt } from './occupancy-at.ts'
import type { Panel, Reading } from './panel.ts'
import { freshFor, nextReading, nextRoomReading } from './reading-plan.ts'
import type { Snapshot } from './snapshot.ts'
import { days, earliest, type Instant, type Interval, overlaps, plus, seconds } from './time.ts'

type Settled = Extract<Ending, { kind: 'settled' }>

/** How long the last word about an ending stays on the screen, ms. */
const noticeStays = { done: seconds(10), refused: seconds(30), uncertain: seconds(60) } as const

/** What of the configuration and the calendar day shapes the picture at one moment. */
export interface View {
  readonly locale: Snapshot['locale']
  readonly timeZone: string
  readonly showOrganizer: boolean
  /** Today in the room's time zone. */
  readonly today: Interval
  /** The time between two readings just now, ms. */
  readonly interval: number
  /** When that time becomes another one: the office opens or closes. */
  readonly intervalEnds: Instant
}

/** What people should see at `now`. The revision and the rate of the clock are the shell's to add. */
export function snapshotOf(panel: Panel, now: Instant, view: View): Omit<Snapshot, 'revision' | 'rate'> {
  const limit = freshFor(view.interval)
  const bookings = panel.reading.schedule?.bookings ?? []
  const twoDays = { start: view.today.start, end: plus(view.today.end, days(1)) }
  const shown = view.showOrganizer ? unchanged : withoutOrganizer
  return {
    now,
    locale: view.locale,
    timeZone: view.timeZone,
    room: panel.room,
    occupancy: shownIn(occupancyAt(panel, now, limit), shown),
    connection: connectionAt(panel, now, limit),
    today: view.today,
    bookings: bookings.filter((booking) => overlaps(booking, twoDays)).map(shown),
    ending: endingAt(panel, now),
  }
}

/** When what is shown, or what is to be done, changes next by itself. One timer serves. */
export function nextDeadline(panel: Panel, now: Instant, view: View): Instant | undefined {
  const { schedule } = panel.reading
  const boundaries = (schedule?.bookings ?? []).flatMap((booking) => [booking.start, booking.end])
  const overdue = schedule && plus(schedule.readAt, freshFor(view.interval) + 1)
  const inService = panel.room.outOfService?.until
  const changes = [
    ...boundaries,
    overdue,
    inService,
    noticeEnd(panel.ending),
    view.today.end,
    view.intervalEnds,
  ]
  const readings = [nextReading(panel, view.interval, now), nextRoomReading(panel, now)]
  return earliest([...changes.filter((moment) => moment !== undefined && moment > now), ...readings])
}

function endingAt(panel: Panel, now: Instant): Ending {
  const { ending } = panel
  if (ending.kind !== 'settled') return ending
  const isOver = now >= plus(ending.at, noticeStays[ending.outcome.kind])
  return isOver || isSettledByReading(ending, panel.reading, now) ? { kind: 'none' } : ending
}

/** A later reading that no longer has the meeting takes the doubt away. */
function isSettledByReading(ending: Settled, { schedule }: Reading, now: Instant): boolean {
  if (ending.outcome.kind !== 'uncertain' || schedule === undefined) return false
  return schedule.readAt > ending.at && runningAt(schedule.bookings, now)?.id !== ending.booking
}

function noticeEnd(ending: Ending): Instant | undefined {
  return ending.kind === 'settled' ? plus(ending.at, noticeStays[ending.outcome.kind]) : undefined
}

function shownIn(occupancy: Occupancy, shown: (booking: Booking) => Booking): Occupancy {
  if (occupancy.kind === 'inUse') return { ...occupancy, booking: shown(occupancy.booking) }
  if (occupancy.kind === 'unknown' && occupancy.running !== undefined)
    return { ...occupancy, running: shown(occupancy.running) }
  return occupancy
}

const unchanged = (booking: Booking): Booking => booking

/** Hides who booked, and still tells a private booking from another. */
const withoutOrganizer = (booking: Booking): Booking =>
  isPrivate(booking) ? booking : { ...booking, organizer: {} }
