import { days, hours, minutes, seconds } from '../../../../shared/time/time.ts'
import { clockErrorOf, type Door } from '../door.ts'
import { nameOf } from '../presence.ts'
import { type Attempt, yesOf } from './attempt.ts'
import { attemptsAt } from './attempts.ts'
import { dayIn } from './local-time.ts'

/** Rounding of the server's time to whole seconds, and the way to the platform. Ms. */
const tolerance = seconds(1)
/** So old may a reading be that a booking rests on, ms. */
const freshForBooking = seconds(10)

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Law 5 of booking: judged when the request to make an event leaves. */
export function judgeReach(door: Door, stretch: Stretch, attempt: Attempt, isRepeated: boolean): void {
  const deny = (why: string): void =>
    door.court.accuse('B5 nothing is booked beyond', `${door.tablet.name}: ${why}`)
  // A panel that was not told of a sleep goes by the time in which it began, until it hears the server's.
  const { daze } = door.memory
  if (daze !== undefined && door.time.now() < daze.until) return
  judgeStart(door, stretch, attempt, deny)
  if (attempt.wish === 'elsewhere') return judgeElsewhere(door, stretch, isRepeated, deny)
  judgeFree(door, stretch, isRepeated, deny)
  judgeLength(door, stretch, attempt, deny)
  judgeLimits(door, stretch, deny)
}

type Deny = (why: string) => void

/** Now, or later today: not in the past, and an extension where the meetings end that run. */
function judgeStart(door: Door, { from }: Stretch, { wish, tappedAt }: Attempt, deny: Deny): void {
  const wait = from - tappedAt
  const error = clockErrorOf(door) + tolerance
  const isForNow = wish !== 'later' && wish !== 'extend'
  // What may not have begun is asked for again, for the next minute.
  if (wait < -minutes(1) - error || (isForNow && wait > minutes(2) + error)) deny(`it begins in ${wait} ms`)
  if (wish === 'later' && dayIn(door.zone, from) !== dayIn(door.zone, tappedAt)) deny('it is of another day')
}

/** By the last reading, in which the room is free from then until the end. */
function judgeFree(door: Door, { from, to }: Stretch, isRepeated: boolean, deny: Deny): void {
  const { memory, time } = door
  const now = time.now()
  const error = clockErrorOf(door) + tolerance
  const { reading } = memory
  if (reading === undefined) return deny('without a reading')
  const age = now - reading.askedAt
  if (!isRepeated && age > freshForBooking + tolerance) deny(`the last reading is ${age} ms old`)
  const other = reading.stays.find(
    (stay) =>
      stay.start < to && from < stay.end && stay.end > now + error && !isRemoved(door, stay.event.uid),
  )
  if (other !== undefined && !isRepeated) deny(`${nameOf(other)} has the room in that time`)
}

/** The door has taken it out of the calendar itself, and need not read that. */
const isRemoved = (door: Door, uid: string): boolean =>
  attemptsAt(door).some(({ events }) => events.some((event) => event.uid === uid && event.isDeleted))

/** Another room is looked at right before, and is booked for half an hour. */
function judgeElsewhere(door: Door, { from, to }: Stretch, isRepeated: boolean, deny: Deny): void {
  const { world, neighbour, time, tablet } = door
  const longest = Math.min(30, tablet.configuration().booking.longestMinutes)
  if (neighbour === undefined || to - from > minutes(longest)) return deny('another room for too long')
  const shownLongAgo = time.now() - minutes(2)
  const other = world.staysIn(neighbour, { from, to }).find(({ event }) => event.shownFrom <= shownLongAgo)
  if (other !== undefined && !isRepeated) deny(`${nameOf(other)} has the other room in that time`)
}

/** What IT wrote. */
function judgeLength(door: Door, { from, to }: Stretch, attempt: Attempt, deny: Deny): void {
  const { who, longestMinutes, extensionMinutes, hoursPerDay } = door.tablet.configuration().booking
  const longest = attempt.wish === 'extend' ? extensionMinutes : longestMinutes
  if (who === 'off' && !door.rules.recent(door.time.now()).some(({ books }) => books)) deny('booking is off')
  if (to - from > minutes(longest)) deny(`for ${(to - from) / minutes(1)} min`)
  const dayOf = (moment: number): string => dayIn(door.zone, moment)
  const ofToday = attemptsAt(door)
    .filter((one) => one !== attempt && one.wish !== 'elsewhere' && !one.isLost)
    .flatMap(({ events, told }) => (told === 'booked' ? events : []))
    .filter((event) => yesOf(event) !== undefined && dayOf(event.span.start) === dayOf(from))
    .reduce((sum, { span }) => sum + span.end - span.start, 0)
  judgeLater(door, attempt, deny)
  if (ofToday + to - from > hours(hoursPerDay)) deny(`${ofToday / minutes(1)} min are booked of this day`)
}

/** So many bookings for later may be open. */
function judgeLater(door: Door, { wish }: Attempt, deny: Deny): void {
  const now = door.time.now()
  const open = attemptsAt(door).filter(
    (one) =>
      one.wish === 'later' &&
      one.told === 'booked' &&
      !one.isLost &&
      !one.isTouched &&
      one.events.some((event) => yesOf(event) !== undefined && event.span.start > now + minutes(1)),
  )
  if (wish === 'later' && open.length >= door.tablet.configuration().booking.laterBookings)
    deny(`${open.length} bookings for later are open`)
}

/** China has had no daylight saving since 1991. Ms. */
const aheadInChina = hours(8)

/** What the platform said of the room when this program last asked. */
function judgeLimits({ memory }: Door, { from, to }: Stretch, deny: Deny): void {
  const { limits } = memory
  if (limits === undefined) return deny('without the limits of the room')
  const { approvalFromHours, opens, closes, longestHours } = limits
  const midnight = Math.floor((from + aheadInChina) / days(1)) * days(1) - aheadInChina
  if (to - from > hours(longestHours)) deny('longer than the company lets it')
  if (to - from > hours(approvalFromHours ?? Infinity)) deny('for so long it needs approval')
  const isAllDay = opens === 0 && closes === 86_400
  if (isAllDay) return
  if (from < midnight + seconds(opens) || to > midnight + seconds(closes)) deny('outside of its hours')
}
