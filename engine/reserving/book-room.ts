import {
  isOpen,
  type ReservationFailure,
  type ReservationId,
  reservationIdOf,
} from '../../shared/reserving/reservation.ts'
import { underWay } from '../../shared/reserving/reserving.ts'
import type { Wish } from '../../shared/reserving/wish.ts'
import { seconds } from '../../shared/time/time.ts'
import { enterInAudit, type EnterInAuditParts } from '../actions/enter-in-audit.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { Drive } from './drive-reservations.ts'
import type { ReservationKeeper } from './reservation-keeper.ts'
import type { FindRooms } from './find-rooms.ts'
import { pinDenial, granted, type GrantWishParts } from './grant-wish.ts'

/** Grants a visitor's wish, if it can. `pin` is what they entered. Resolves when the outcome is on the screen. */
export type BookRoom = (wish: Wish, pin?: string) => Promise<void>

export interface BookRoomParts extends EnterInAuditParts, GrantWishParts {
  readonly clock: Clock
  readonly refresh: RefreshSchedule
  readonly keeper: ReservationKeeper
  readonly drive: Drive
  readonly lookAgain: FindRooms['lookAgain']
  /** An id that no other reservation has, at this door or another. */
  readonly newId: () => string
}

/** A schedule older than this is first read again, ms. */
const freshForBooking = seconds(10)
const mostReadings = 2

export function createBookRoom(parts: BookRoomParts): BookRoom {
  const { clock, panel, log, keeper, drive, newId } = parts
  const refuse = (because: ReservationFailure): void => {
    log.info('reservation.refused', { because })
    panel.apply({ kind: 'reserving', event: { kind: 'refused', because, at: clock.now() } })
  }
  return async (wish, pin) => {
    // Without a PIN the tap is shown in the same turn.
    const comparing = pinDenial(parts, pin)
    const denied = comparing && (await comparing)
    if (denied !== undefined) return refuse(denied)
    const at = clock.now()
    // One booking at a time: a second tap is for the room of the first one.
    if (underWay(panel.current().reserving) !== undefined) return
    const meant = granted(parts, wish)
    if (meant === undefined) return refuse('taken')
    panel.apply({ kind: 'reserving', event: { kind: 'tapped', sought: meant } })
    const failure = await lookFirst(parts, wish)
    if (failure !== undefined) return refuse(failure)
    const wanted = granted(parts, wish)
    if (wanted === undefined) return refuse('taken')
    const id = reservationIdOf(newId())
    const begun = await keeper.begin({ ...wanted, id, at, state: { kind: 'asked', times: 1 } })
    if (!begun.ok) return refuse(begun.error.code === 'taken' ? 'taken' : 'notStored')
    await enterInAudit(parts, { kind: 'reserve', ...wanted })
    await Promise.race([drive(id), settledOnScreen(parts, id)])
  }
}

/** An entry that can't be removed is driven on for hours, and the visitor has long been told. */
function settledOnScreen({ panel, keeper }: BookRoomParts, id: ReservationId): Promise<void> {
  const isSettled = (): boolean => !keeper.all().some((one) => one.id === id && isOpen(one))
  return new Promise((resolve) => {
    const stop = panel.onChange(() => {
      if (!isSettled()) return
      stop()
      resolve()
    })
  })
}

/** Reads the room's schedule first; a failure is why it can't be read. */
async function lookFirst(
  { panel, clock, refresh, lookAgain }: BookRoomParts,
  { room }: Wish,
): Promise<ReservationFailure | undefined> {
  if (room !== undefined) return lookAgain(room)
  const isFresh = (): boolean => {
    const { schedule, failure } = panel.current().reading
    return failure === undefined && schedule !== undefined && clock.now() - schedule.readAt <= freshForBooking
  }
  // The tablet may have slept over an answer, which is too old then, too.
  for (let tries = 0; tries < mostReadings && !isFresh(); tries++)
    // oxlint-disable-next-line no-await-in-loop -- one reading after the other
    if ((await refresh(clock.elapsed(), true)) === undefined) break
  return isFresh() ? undefined : (panel.current().reading.failure?.code ?? 'unreachable')
}
