import { actionUnderWay, isReleaseSent } from '../action/action.ts'
import { type Booking, busyUntil, nextAfter, runningAt } from '../booking/booking.ts'
import { isTaken, opensAt, wantsCheckIn } from '../check-in/check-in-at.ts'
import { contentOf } from '../panel/journal-state.ts'
import { wasAttempted, wasDecided } from '../panel/journal.ts'
import type { Panel } from '../panel/panel.ts'
import { showable } from '../reading/cached-schedule.ts'
import type { ReadingFailure, Schedule } from '../reading/reading.ts'
import { closedAt, type OutOfService } from '../reading/room.ts'
import { releaseAt } from '../release/may-release.ts'
import { asksForCheckIn, type Policy, rulesFor } from '../release/policy.ts'
import { entryOf, isOpen } from '../reserving/reservation.ts'
import { isAboutToBegin, isAwaited, type Reserving, underWay } from '../reserving/reserving.ts'
import { earlier, contains, type Instant, plus } from '../time/time.ts'
import type { Connection, Occupancy, UnknownReason } from './occupancy.ts'

/**
 * What the door says at `now`. `freshFor` and `roomFreshFor` are how long a reading of the schedule, and one
 * of the room, proves anything, ms.
 */
export function occupancyAt(
  panel: Panel,
  now: Instant,
  freshFor: number,
  policy: Policy,
  roomFreshFor = freshFor,
): Occupancy {
  const known = roomAt(panel, now, freshFor, policy, roomFreshFor)
  const { reserving } = panel
  if (reserving.isUnread && known.kind === 'free') return unproven(panel, 'starting', now)
  const open = underWay(reserving)
  if (open === undefined || !isReserved(reserving, known, now)) return known
  return { kind: 'reserving', start: open.start, end: open.end }
}

/**
 * A door that books is not green, and shows its booking for one only when the room has accepted for certain. A reading
 * that failed meanwhile takes the word from nobody who waits for it.
 */
function isReserved(reserving: Reserving, known: Occupancy, now: Instant): boolean {
  const isOpenOwn = ({ meeting }: Booking): boolean =>
    reserving.reservations.some((one) => isOpen(one) && entryOf(one)?.meeting === meeting)
  if (known.kind !== 'unknown')
    return known.kind === 'free' || ('booking' in known && isOpenOwn(known.booking))
  const isOthers = known.running !== undefined && !isOpenOwn(known.running)
  return !isOthers && isAwaited(reserving, now)
}

/** What the door would say if nobody booked at it. */
function roomAt(
  panel: Panel,
  now: Instant,
  freshFor: number,
  policy: Policy,
  roomFreshFor: number,
): Occupancy {
  if (panel.setUp.kind === 'notSetUp') return { kind: 'notSetUp', problem: panel.setUp.problem }
  const closed = closedAt(panel.room, now)
  if (closed !== undefined) return outOfServiceBy(closed)
  const { schedule } = panel.reading
  // A person who checked in before a restart must not be asked again, not even for a moment.
  if (panel.journal.kind === 'unread' && asksForCheckIn(policy)) return unproven(panel, 'starting', now)
  if (schedule === undefined) return unproven(panel, panel.reading.failure?.code ?? 'starting', now)
  const doubt = doubtAbout(schedule, panel.reading.failure, now, freshFor)
  if (doubt !== undefined) return unproven(panel, doubt, now)
  const shown = provenBy(panel, schedule, now, policy)
  if (shown.kind !== 'free') return shown
  // A booking whose time can't be read may be running now.
  return schedule.hasUnplaced ? unproven(panel, 'unexpected', now) : freeRoom(panel, shown, now, roomFreshFor)
}

const outOfServiceBy = ({ reason, until }: OutOfService): Occupancy => ({
  kind: 'outOfService',
  ...(reason !== undefined && { reason }),
  ...(until !== undefined && { until }),
})

/**
 * Green depends on two facts: no booking occupies the room, and the room is in service. A room that is free
 * now becomes busy when a closing begins.
 */
function freeRoom(panel: Panel, free: Free, now: Instant, freshFor: number): Occupancy {
  const { readAt, failure } = panel.roomReading
  const isFresh = readAt !== undefined && now - readAt <= freshFor
  const doubt = failure?.code ?? (isFresh ? undefined : readAt === undefined ? 'starting' : 'stale')
  if (doubt !== undefined) return unproven(panel, doubt, now)
  const until = earlier(free.until, panel.room.outOfService?.from)
  return until !== undefined && until > now ? { ...free, until } : free
}

type Free = Extract<Occupancy, { kind: 'free' }>

/**
 * Unknown, with the running booking of the last reading. A reading from before the start of the panel proves
 * nothing, whatever its age (law 4).
 */
function unproven({ reading, recalled }: Panel, reason: UnknownReason, now: Instant): Occupancy {
  const running = runningAt((reading.schedule ?? showable(recalled))?.bookings ?? [], now)
  return { kind: 'unknown', reason, ...(running && { running }) }
}

function provenBy(panel: Panel, { bookings }: Schedule, now: Instant, policy: Policy): Occupancy {
  const running = runningAt(bookings, now)
  if (running !== undefined)
    return {
      ...runningOccupancy(panel, running, now, policy),
      booking: running,
      until: busyUntil(bookings, now),
    }
  const next = nextAfter(bookings, now)
  if (next === undefined) return { kind: 'free' }
  const isOpenTo = asksForCheckIn(rulesFor(policy, next)) && opensAt(next, policy) <= now
  // Another door's booking for the same time may be listed for some seconds, until the room declines it.
  const coming = bookings.find((one) => one.start === next.start && isAboutToBegin(panel.reserving, one, now))
  if (coming !== undefined || (isOpenTo && isTaken(panel, next)))
    return { kind: 'inUse', booking: coming ?? next, until: busyUntil(bookings, next.start) }
  if (isOpenTo && wantsCheckIn(panel, policy, next)) return { kind: 'checkInOpen', booking: next }
  return { kind: 'free', until: next.start }
}

type RunningKind =
  | { readonly kind: 'inUse' }
  | { readonly kind: 'awaitingCheckIn'; readonly releaseAt?: Instant }

/** A running booking waits for a check-in during its grace, and as long as its release is still possible. */
function runningOccupancy(panel: Panel, booking: Booking, now: Instant, policy: Policy): RunningKind {
  if (isReleaseSent(panel.actions, booking)) return { kind: 'awaitingCheckIn' }
  if (!wantsCheckIn(panel, policy, booking) || wasReleaseDecided(panel, booking)) return { kind: 'inUse' }
  const { mode, grace } = rulesFor(policy, booking)
  const end = mode === 'auto' ? releaseAt(panel, policy, booking) : undefined
  // This includes the time between the attempt in the journal and the request: for people at the door nothing
  // has changed yet.
  const isWaiting =
    now < plus(booking.start, grace) ||
    (mode === 'auto' && actionUnderWay(panel.actions, 'release')?.booking === booking.id)
  if (end === undefined && !isWaiting) return { kind: 'inUse' }
  return { kind: 'awaitingCheckIn', ...(end !== undefined && { releaseAt: end }) }
}

/** Whether the panel has already tried to release this booking, or recorded that it would have. */
function wasReleaseDecided(panel: Panel, booking: Booking): boolean {
  if (actionUnderWay(panel.actions, 'release') !== undefined) return false
  const content = contentOf(panel.journal)
  return wasAttempted(content, booking) || wasDecided(content, booking.id, 'observed')
}

/** Why the last reading proves nothing now; undefined if it is still proof. */
function doubtAbout(
  schedule: Schedule,
  failure: ReadingFailure | undefined,
  now: Instant,
  freshFor: number,
): UnknownReason | undefined {
  return failure?.code ?? (isFresh(schedule, now, freshFor) ? undefined : 'stale')
}

const isFresh = ({ readAt, window }: Schedule, now: Instant, freshFor: number): boolean =>
  now - readAt <= freshFor && contains(window, now)

/** The state of the connection to the calendar at `now`. */
export function connectionAt(panel: Panel, now: Instant, freshFor: number): Connection {
  const { schedule, failure } = panel.reading
  const last = schedule ?? showable(panel.recalled)
  const known = last && { readAt: last.readAt }
  if (failure !== undefined || panel.setUp.kind === 'notSetUp') return { kind: 'offline', ...known }
  if (schedule === undefined || !isFresh(schedule, now, freshFor)) return { kind: 'stale', ...known }
  return { kind: 'live', readAt: schedule.readAt }
}
