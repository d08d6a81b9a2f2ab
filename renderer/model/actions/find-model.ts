import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { mayCoverCheckIns } from '../../../shared/check-in/may-cover.ts'
import { type Bookable, bookableOf } from '../../../shared/reserving/wish.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { minutes } from '../../../shared/time/time.ts'
import type { Now } from '../../now.ts'
import type { Ask } from '../ask.ts'
import { createCountdown } from '../countdown.ts'
import type { ReserveModel } from './reserve-model.ts'

/** Looking for another room, because this one is taken or closed. */
export interface FindModel {
  readonly isOpen: ReadonlySignal<boolean>
  /** The found room that the visitor tapped. */
  readonly chosen: ReadonlySignal<Bookable | undefined>
  readonly isCounting: ReadonlySignal<boolean>
  readonly tapFind: () => void
  readonly choose: (room: string) => void
  readonly book: () => void
  readonly cancel: () => void
}

export interface FindModelParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
  readonly ask: Ask
  readonly reserve: ReserveModel
}

/** The door shows its own room again after this time without a tap, ms. */
const staysFor = minutes(1)

export function createFindModel({ snapshot, now, ask, reserve }: FindModelParts): FindModel {
  const open = createCountdown(now)
  const room = signal<string | undefined>(undefined)
  const isOpen = computed(() => {
    if (!open.isOn.value || snapshot.value === undefined || reserve.isReserving.value) return false
    const { mayFindRooms, occupancy, checkIns } = snapshot.value
    return mayFindRooms && mayCoverCheckIns(occupancy, checkIns)
  })
  const chosen = computed(() =>
    bookableOf(snapshot.value?.bookable ?? [], 'elsewhere').find(({ wish }) => wish.room === room.value),
  )
  return {
    isOpen,
    chosen,
    isCounting: open.isOn,
    tapFind: () => {
      room.value = undefined
      open.begin(staysFor)
      void ask('findRooms', undefined)
    },
    choose: (next) => {
      room.value = next
      open.begin(staysFor)
    },
    book: () => {
      const wish = chosen.value?.wish
      open.cancel()
      if (wish !== undefined) reserve.book(wish)
    },
    cancel: open.cancel,
  }
}
