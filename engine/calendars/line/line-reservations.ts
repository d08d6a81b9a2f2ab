import type { BookingId } from '../../../shared/booking/booking.ts'
import type { AskRefusal } from '../../../shared/line/asks.ts'
import { problemCodes } from '../../../shared/reading/problem.ts'
import { type ReservationFailure, reservationIdOf } from '../../../shared/reserving/reservation.ts'
import type { Wish } from '../../../shared/reserving/wish.ts'
import { err, ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { AskedOutcome, SharedReservations } from '../../shared-reservations.ts'
import type { Asked, AskHub } from './asks.ts'
import type { HeardViews } from './heard-views.ts'
import { problemFromHub } from './reply-from-hub.ts'

export interface LineReservationsParts {
  readonly views: HeardViews
  readonly ask: AskHub
  readonly newId: () => string
}

/** How long the hub may take, ms: it reads, books, and removes what was not booked, or says after a minute that it can't. */
const bookingLimit = seconds(90)
/** Ms: it lists all rooms, and reads twenty of them. */
const findLimit = seconds(30)

/** The bookings of the room's doors, as the hub's views have them, and the visitors' requests to the hub. */
export const createLineReservations = ({ views, ask, newId }: LineReservationsParts): SharedReservations => ({
  heard: () => {
    const view = views.live()
    return view && { reservations: view.reservations, ...(view.limits && { limits: view.limits }) }
  },
  onNews: views.onChange,
  book: (wish, running) => {
    const id = newId()
    return { id: reservationIdOf(id), outcome: asked(ask, id, wish, running).then(outcomeOf) }
  },
  find: async () => {
    const answer = await ask({ kind: 'find' }, findLimit)
    if (answer.kind === 'answered' && answer.outcome.kind === 'found') return ok(answer.outcome.rooms)
    return err(problemFromHub(answer))
  },
})

function asked(ask: AskHub, id: string, wish: Wish, running: BookingId | undefined): Promise<Asked> {
  const { kind, length, start, room } = wish
  const long = length !== undefined && { length }
  if (kind === 'extend')
    return running === undefined
      ? Promise.resolve({ kind: 'notSent' })
      : ask({ kind, booking: running, ...long }, bookingLimit, id)
  const question = { kind: 'book', wish: kind, ...long, ...(room !== undefined && { room }) } as const
  return ask({ ...question, ...(start !== undefined && { start }) }, bookingLimit, id)
}

function outcomeOf(answer: Asked): AskedOutcome {
  if (answer.kind === 'notSent') return { kind: 'refused', because: 'unreachable' }
  if (answer.kind === 'unanswered') return answer
  return answer.outcome.kind === 'refused'
    ? { kind: 'refused', because: failureIn(answer.outcome.reason) }
    : { kind: 'settled' }
}

const ownFailures = ['declined', 'unanswered', 'interrupted', 'taken', 'notStored'] as const

function failureIn(reason: AskRefusal): ReservationFailure {
  // The meeting that was to be extended is over.
  if (reason === 'bookingGone') return 'taken'
  const known: readonly ReservationFailure[] = [...ownFailures, ...problemCodes]
  return known.find((failure) => failure === reason) ?? 'unexpected'
}
