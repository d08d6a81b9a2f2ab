import type { KeptAttempts, KeptCheckIns, KeptReservations } from '../../../../hub/store/hub-store.ts'
import {
  isStanding,
  isUnsettled,
  type KeptAttempt,
  type KeptCheckIn,
  type KeptReservation,
} from '../../../../hub/store/kept.ts'
import { isOpen } from '../../../../shared/reserving/reservation.ts'
import { type Instant, type Interval, overlaps } from '../../../../shared/time/time.ts'
import type { Answering } from './answering.ts'

const endingAfter = <Kept extends Interval>(all: Iterable<Kept>, moment: Instant): readonly Kept[] =>
  [...all].filter(({ end }) => end > moment)

export function createMemoryCheckIns({ any, leader }: Answering): KeptCheckIns {
  const all = new Map<string, KeptCheckIn>()
  return {
    record: (epoch, checkIn) =>
      leader(epoch, () => void (all.has(checkIn.id) || all.set(checkIn.id, checkIn))),
    endingAfter: (moment) => any(() => endingAfter(all.values(), moment)),
  }
}

export function createMemoryAttempts({ any, leader }: Answering): KeptAttempts {
  const all = new Map<string, KeptAttempt>()
  return {
    begin: (epoch, attempt) =>
      leader(epoch, () => {
        const by = [...all.values()].find(
          (other) => other.room === attempt.room && other.booking === attempt.booking && isStanding(other),
        )
        if (by !== undefined) return { kind: 'alreadyBegun', by }
        const id = `${all.size + 1}`
        all.set(id, { ...attempt, id, epoch })
        return { kind: 'begun', id }
      }),
    settle: (epoch, id, outcome) =>
      leader(epoch, () => {
        const attempt = all.get(id)
        if (attempt !== undefined && isUnsettled(attempt)) all.set(id, { ...attempt, outcome })
      }),
    endingAfter: (moment) => any(() => endingAfter(all.values(), moment)),
  }
}

export function createMemoryReservations({ any, leader }: Answering): KeptReservations {
  const all = new Map<string, KeptReservation>()
  return {
    keep: (epoch, reservation) =>
      leader(epoch, () => {
        const { id, room } = reservation
        const inTheWay = [...all.values()].some(
          (other) => other.id !== id && other.room === room && isOpen(other) && overlaps(other, reservation),
        )
        if (isOpen(reservation) && inTheWay) return 'overlaps'
        const kept = all.get(id)
        if (kept !== undefined && (kept.door !== reservation.door || kept.room !== room)) return 'overlaps'
        const { state, start, end } = reservation
        all.set(id, kept === undefined ? reservation : { ...kept, state, start, end })
        return 'kept'
      }),
    endingAfter: (moment) =>
      any(() => endingAfter(all.values(), moment).toSorted((one, other) => one.at - other.at)),
  }
}
