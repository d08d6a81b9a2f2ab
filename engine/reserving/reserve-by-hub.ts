import { dequal } from 'dequal/lite'
import { runningAt } from '../../shared/booking/booking.ts'
import {
  entryOf,
  type Reservation,
  type ReservationFailure,
  type ReservationId,
} from '../../shared/reserving/reservation.ts'
import { type Sought, underWay } from '../../shared/reserving/reserving.ts'
import { seconds } from '../../shared/time/time.ts'
import { enterInAudit, type EnterInAuditParts } from '../actions/enter-in-audit.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { AskedOutcome, SharedReservations } from '../shared-reservations.ts'
import { checkInBooked, type CheckInBookedParts } from './check-in-booked.ts'
import type { DoorBooking } from './door-booking.ts'
import { leaveExtensions } from './end-extensions.ts'
import { findByHub } from './find-by-hub.ts'
import { granted, type GrantWishParts, pinDenial } from './grant-wish.ts'
import { doubtReservation, heardReservation, settledWithin } from './heard-reservation.ts'

export interface ReserveByHubParts extends EnterInAuditParts, GrantWishParts, CheckInBookedParts {
  readonly shared: SharedReservations
  readonly clock: Clock
  readonly refresh: RefreshSchedule
}

/** How long the view that says what became of a tap may come after the hub's answer, ms. */
const viewFollows = seconds(20)

/**
 * Booking at a door whose hub books for all doors of the room. The hub's reservations are the truth, and come with the
 * bookings that the door shows: it keeps none of its own.
 */
export function reserveByHub(parts: ReserveByHubParts): DoorBooking {
  const { shared, panel, clock } = parts
  const own = new Set<ReservationId>()
  const hear = (): void => hearReservations(parts, own)

  hear()
  const stops = [
    shared.onNews(hear),
    // The hub removes them, because it has ended the meeting.
    leaveExtensions(
      parts,
      () => panel.current().reserving.reservations,
      () => undefined,
    ),
  ]
  return {
    book: async (wish, pin) => {
      const comparing = pinDenial(parts, pin)
      const denied = comparing && (await comparing)
      if (denied !== undefined) return refuse(parts, denied)
      // One booking at a time: a second tap is for the room of the first one.
      if (underWay(panel.current().reserving) !== undefined) return
      const sought = granted(parts, wish)
      if (sought === undefined) return refuse(parts, 'taken')
      panel.apply({ kind: 'reserving', event: { kind: 'tapped', sought } })
      const running = runningAt(panel.current().reading.schedule?.bookings ?? [], clock.now())
      const { id, outcome } = shared.book(wish, running?.id)
      own.add(id)
      await enterInAudit(parts, { kind: 'reserve', ...sought })
      const said = await outcome
      hear()
      await settle(parts, id, sought, said)
    },
    findRooms: () => findByHub(parts),
    stop: () => stops.forEach((stop) => stop()),
  }
}

function hearReservations({ shared, panel }: ReserveByHubParts, own: ReadonlySet<ReservationId>): void {
  const heard = shared.heard()
  if (heard === undefined) return
  const { reserving } = panel.current()
  const { reservations, limits } = heard
  if (!dequal(limits, reserving.limits))
    panel.apply({
      kind: 'reserving',
      event: limits ? { kind: 'limitsRead', limits } : { kind: 'limitsLost' },
    })
  if (dequal(reservations, reserving.reservations)) return
  const others = reservations.map(({ id }) => id).filter((id) => !own.has(id))
  panel.apply({ kind: 'reserving', event: { kind: 'kept', reservations, others } })
}

function refuse({ panel, clock, log }: ReserveByHubParts, because: ReservationFailure): void {
  log.info('reservation.refused', { because })
  panel.apply({ kind: 'reserving', event: { kind: 'refused', because, at: clock.now() } })
}

/** Shows what became of the tap, by the hub's reservations if they have it, and by its answer otherwise. */
async function settle(
  parts: ReserveByHubParts,
  id: ReservationId,
  sought: Sought,
  said: AskedOutcome,
): Promise<void> {
  const { shared, panel } = parts
  const known = await settledWithin(parts, id, said.kind === 'settled' ? viewFollows : 0)
  const isHeard = shared.heard() !== undefined
  if (known !== undefined) panel.apply({ kind: 'reserving', event: { kind: 'answered' } })
  else if (said.kind === 'refused') refuse(parts, said.because)
  // A hub that is heard has it under way still, or has never had it.
  else if (isHeard && heardReservation(parts, id) === undefined) refuse(parts, 'unreachable')
  else if (!isHeard) doubtReservation(parts, { ...sought, id })
  if (known?.state.kind === 'booked') await checkIn(parts, known)
  const outcome = known?.state.kind
  if (outcome === 'booked' || outcome === 'gone' || outcome === 'uncertain')
    await enterInAudit(parts, { kind: 'reserve', ...sought, outcome })
}

/** Who books for now is there. The other doors hear of it as of any check-in. */
async function checkIn(parts: ReserveByHubParts, reservation: Reservation): Promise<void> {
  if (reservation.wish === 'elsewhere') return
  const schedule = await parts.refresh(parts.clock.elapsed(), true)
  const meeting = entryOf(reservation)?.meeting
  const booking = schedule?.bookings.find((one) => one.meeting === meeting)
  if (schedule !== undefined && booking !== undefined)
    await checkInBooked(parts, reservation, booking, schedule.bookings)
}
