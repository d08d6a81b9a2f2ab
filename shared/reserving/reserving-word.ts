import { type Instant, plus, seconds } from '../time/time.ts'
import { isEnded, type Reservation, type ReservationFailure } from './reservation.ts'
import { type Reserving, type Sought, underWay } from './reserving.ts'

/** The door's message about a booking that a visitor makes at it. */
export type ReservingWord =
  | { readonly kind: 'none' }
  | { readonly kind: 'reserving' }
  | { readonly kind: 'booked'; readonly sought: Sought; readonly at: Instant }
  | { readonly kind: 'notBooked'; readonly because: ReservationFailure; readonly at: Instant }
  | { readonly kind: 'uncertain'; readonly at: Instant }

type SettledWord = Extract<ReservingWord, { at: Instant }>

/** How long each outcome stays on the screen, ms. */
const stays = { booked: seconds(10), notBooked: seconds(30), uncertain: seconds(60) } as const

export function reservingWordAt(reserving: Reserving, now: Instant): ReservingWord {
  if (underWay(reserving) !== undefined) return { kind: 'reserving' }
  const word = lastWord(reserving)
  return word === undefined || now >= endOfWord(word) ? { kind: 'none' } : word
}

/** When the outcome leaves the screen; undefined if none is shown. */
export function reservingEnds(reserving: Reserving): Instant | undefined {
  const word = underWay(reserving) === undefined ? lastWord(reserving) : undefined
  return word && endOfWord(word)
}

const endOfWord = ({ kind, at }: SettledWord): Instant => plus(at, stays[kind])

function lastWord({ reservations, past = [], refused }: Reserving): SettledWord | undefined {
  const news = reservations.filter(({ id }) => !past.includes(id))
  const words = news.flatMap((reservation) => wordOf(reservation) ?? [])
  if (refused !== undefined) words.push({ kind: 'notBooked', ...refused })
  return words.toSorted((one, other) => one.at - other.at).at(-1)
}

const soughtBy = ({ wish, room, start, end }: Reservation): Sought => ({ wish, room, start, end })

function wordOf(reservation: Reservation): SettledWord | undefined {
  const { state } = reservation
  switch (state.kind) {
    case 'booked':
      // It was over before the disk could be read again.
      return state.at < reservation.end
        ? { kind: 'booked', sought: soughtBy(reservation), at: state.at }
        : undefined
    case 'gone':
      return state.because === 'ended'
        ? undefined
        : { kind: 'notBooked', because: state.because, at: state.at }
    case 'uncertain':
      return isEnded(state) ? undefined : { kind: 'uncertain', at: state.at }
    case 'asked':
    case 'lost':
    case 'made':
    case 'waiting':
    case 'cleaning':
      return undefined
  }
}
