import { checkInsAt } from '../check-in/check-in-at.ts'
import { mayCoverCheckIns } from '../check-in/may-cover.ts'
import { occupancyAt } from '../occupancy/occupancy-at.ts'
import type { Occupancy } from '../occupancy/occupancy.ts'
import type { Panel } from '../panel/panel.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { type Instant, minutes, plus } from '../time/time.ts'
import { fullMinute, type RoomToBook } from './bookable-lengths.ts'
import { extensionsOf } from './extensions.ts'
import { gapsToBook, lengthsNow, untilNextBooking } from './free-time.ts'
import { bookedIn } from './reserving.ts'
import { bookableElsewhere } from './found-rooms.ts'
import { takenBack } from './taken-back.ts'
import type { Bookable, Wish } from './wish.ts'

/** What the door offers to book now. Only a proven free room can be booked from now on. */
export function bookableAt(panel: Panel, now: Instant, rules: PanelRules): readonly Bookable[] {
  return wishesAt(panel, now, rules).flatMap((wish) => bookableIn(panel, now, rules, wish))
}

/** The kinds that the door may offer now, if there is something of them. */
function wishesAt(panel: Panel, now: Instant, rules: PanelRules): readonly Wish['kind'][] {
  if (rules.booking.who === 'off' || panel.reserving.limits === undefined) return []
  const occupancy = occupancyAt(panel, now, rules.freshFor, rules.policy, rules.roomFreshFor)
  const hasPlace = (): boolean => mayCoverCheckIns(occupancy, checkInsAt(panel, rules.policy, now))
  return offered[occupancy.kind].filter((wish) => wish !== 'later' || hasPlace())
}

const nothing: readonly Bookable[] = []

/** In a state that asks for check-in nothing may take the place of that button. */
const offered: Readonly<Record<Occupancy['kind'], readonly Wish['kind'][]>> = {
  free: ['now', 'startEarly', 'takeBack', 'later'],
  inUse: ['extend', 'later', 'elsewhere'],
  checkInOpen: [],
  awaitingCheckIn: [],
  reserving: [],
  unknown: [],
  outOfService: ['elsewhere'],
  notSetUp: [],
}

/** What the last reading and the rules allow of one kind, whatever the door shows. */
export function bookableIn(
  panel: Panel,
  now: Instant,
  rules: PanelRules,
  kind: Wish['kind'],
): readonly Bookable[] {
  const room = roomToBook(panel, rules)
  if (room === undefined) return nothing
  const { reservations } = panel.reserving
  switch (kind) {
    case 'now':
      return lengthsNow(room, now)
    case 'later':
      return gapsToBook(room, reservations, rules.office, now)
    case 'extend':
      return rules.policy.follower ? nothing : extensionsOf(room, reservations, now)
    case 'startEarly':
      return rules.policy.follower ? nothing : untilNextBooking(room, now)
    case 'elsewhere':
      return bookableElsewhere(panel.reserving.found, now)
    case 'takeBack':
      return takenBack(room, panel.actions, now)
  }
}

/** Whether a visitor can look for another room, because this one is taken or closed. */
export const mayFindRooms = ({ reserving }: Panel, { kind }: Occupancy, { booking }: PanelRules): boolean =>
  booking.who !== 'off' && reserving.limits !== undefined && offered[kind].includes('elsewhere')

/** When the offer changes next without an event: start and ends move with the minutes, and the limits stay. */
export const bookableChangesAt = (panel: Panel, now: Instant, rules: PanelRules): Instant | undefined =>
  wishesAt(panel, now, rules).some((wish) => bookableIn(panel, now, rules, wish).length > 0)
    ? plus(fullMinute(now), minutes(1))
    : undefined

function roomToBook(panel: Panel, rules: PanelRules): RoomToBook | undefined {
  const { schedule } = panel.reading
  const { limits } = panel.reserving
  if (schedule === undefined || limits === undefined || schedule.hasUnplaced) return undefined
  return {
    schedule,
    room: panel.room,
    rules: rules.booking,
    limits,
    bookedOfDay: bookedIn(panel.reserving, rules.today),
    today: rules.today,
  }
}
