import { actionOf, type Actions, isUnderWay } from '../../shared/action/action.ts'
import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import type { CheckInRefusal } from '../../shared/check-in/check-in.ts'
import type { EndRefusal } from '../../shared/ending/ending.ts'
import type { ReservationFailure } from '../../shared/reserving/reservation.ts'
import type { Sought } from '../../shared/reserving/reserving.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { contains, type Instant } from '../../shared/time/time.ts'
import { subjectOf } from './subject.ts'

/** The one notice that the panel shows beside the state. */
export type Notice =
  /**
   * The screen with this message is gone, because the calendar can't be read now, or because another meeting
   * has begun.
   */
  | { readonly kind: 'checkingIn' | 'ending' | 'releasing' }
  /** Shown on the whole screen for a moment. */
  | { readonly kind: 'checkedIn'; readonly booking: Booking }
  | { readonly kind: 'notCheckedIn'; readonly reason: CheckInRefusal }
  | { readonly kind: 'ended' }
  | { readonly kind: 'notEnded'; readonly reason: EndRefusal }
  | { readonly kind: 'maybeEnded' }
  | { readonly kind: 'booked'; readonly sought: Sought }
  | { readonly kind: 'notBooked'; readonly because: ReservationFailure }
  | { readonly kind: 'maybeBooked' }
  /** `freeUntil`: when the next booking begins, if the room is free for now. */
  | { readonly kind: 'released'; readonly booking: Booking; readonly freeUntil?: Instant }
  | { readonly kind: 'maybeReleased'; readonly booking: Booking }
  /** The room's other panel takes check-ins. */
  | { readonly kind: 'checkInElsewhere' }
  /** The disk can't store the journal. */
  | { readonly kind: 'keepingNothing' }
  /** A request to the main process failed: a fault of the program. */
  | { readonly kind: 'panelFailed' }

/**
 * The notice of a person's last action comes first, then that of an earlier one, and then that of the panel's
 * own actions.
 */
export function noticeOf(snapshot: Snapshot, now: Instant): Notice | undefined {
  const [last, earlier] = isEndLast(snapshot.actions)
    ? [endNotice, checkInNotice]
    : [checkInNotice, endNotice]
  return (
    reserveNotice(snapshot) ??
    last(snapshot) ??
    earlier(snapshot) ??
    releaseNotice(snapshot) ??
    elsewhereNotice(snapshot, now) ??
    diskNotice(snapshot)
  )
}

const diskNotice = ({ isKeepingNothing, occupancy }: Snapshot): Notice | undefined =>
  isKeepingNothing && occupancy.kind !== 'notSetUp' ? { kind: 'keepingNothing' } : undefined

function elsewhereNotice({ checkInElsewhere }: Snapshot, now: Instant): Notice | undefined {
  const isOpen = checkInElsewhere !== undefined && contains(checkInElsewhere, now)
  return isOpen ? { kind: 'checkInElsewhere' } : undefined
}

function isEndLast(actions: Actions): boolean {
  const [end, checkIn] = [actionOf(actions, 'end'), actionOf(actions, 'checkIn')]
  if (end?.stage !== 'settled' || checkIn?.stage !== 'settled') return end !== undefined && isUnderWay(end)
  return end.at > checkIn.at
}

function checkInNotice({ actions, checkIns, bookings, now }: Snapshot): Notice | undefined {
  const action = actionOf(actions, 'checkIn')
  if (action === undefined) return undefined
  if (action.stage !== 'settled') return isIn(checkIns, action.booking) ? undefined : { kind: 'checkingIn' }
  if (action.outcome.kind === 'refused') return { kind: 'notCheckedIn', reason: action.outcome.reason }
  return checkedInNotice(bookings, now, action.booking)
}

/** No check-in is reported to a booking that was cancelled meanwhile, or that is over. */
function checkedInNotice(bookings: readonly Booking[], now: Instant, id: BookingId): Notice | undefined {
  const booking = bookings.find((one) => one.id === id && one.end > now)
  return booking && { kind: 'checkedIn', booking }
}

function endNotice({ actions, occupancy }: Snapshot): Notice | undefined {
  const action = actionOf(actions, 'end')
  if (action === undefined) return undefined
  if (action.stage !== 'settled')
    return subjectOf(occupancy)?.id === action.booking ? undefined : { kind: 'ending' }
  switch (action.outcome.kind) {
    case 'done':
      return { kind: 'ended' }
    case 'refused':
      return { kind: 'notEnded', reason: action.outcome.reason }
    case 'uncertain':
      return { kind: 'maybeEnded' }
  }
}

/** Who books is checked in with it: that needs no word of its own. */
function reserveNotice({ reserving }: Snapshot): Notice | undefined {
  switch (reserving.kind) {
    case 'none':
    case 'reserving':
      return undefined
    case 'booked':
      return { kind: 'booked', sought: reserving.sought }
    case 'notBooked':
      return { kind: 'notBooked', because: reserving.because }
    case 'uncertain':
      return { kind: 'maybeBooked' }
  }
}

function releaseNotice({ actions, occupancy }: Snapshot): Notice | undefined {
  const action = actionOf(actions, 'release')
  if (action === undefined) return undefined
  if (action.stage !== 'settled')
    return occupancy.kind === 'awaitingCheckIn' ? undefined : { kind: 'releasing' }
  const { listed: booking, outcome } = action
  switch (outcome.kind) {
    case 'released': {
      const freeUntil = occupancy.kind === 'free' ? occupancy.until : undefined
      return { kind: 'released', booking, ...(freeUntil !== undefined && { freeUntil }) }
    }
    case 'uncertain':
      return { kind: 'maybeReleased', booking }
    case 'kept':
    case 'observed':
      return undefined
  }
}

const isIn = (bookings: readonly Booking[], id: BookingId): boolean =>
  bookings.some((booking) => booking.id === id)
