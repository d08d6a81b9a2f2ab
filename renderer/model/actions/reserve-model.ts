import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { BookableLength } from '../../../shared/reserving/bookable-lengths.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { Now } from '../../now.ts'
import type { PendingRequestParts } from './pending-request.ts'
import { createCountdown } from '../countdown.ts'

/** The step of "Book now": not possible, offered, waiting for the length, or on its way. */
export type ReserveStep = 'none' | 'offered' | 'choosing' | 'reserving'

export interface ReserveModel {
  readonly step: ReadonlySignal<ReserveStep>
  readonly isCounting: ReadonlySignal<boolean>
  /** The tap on the button. */
  readonly tapBook: () => void
  /** The tap on a length. */
  readonly choose: (length: BookableLength['name']) => void
  readonly cancel: () => void
}

export interface ReserveModelParts extends PendingRequestParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
}

/** The second tap has to come within this time of the first, ms. */
const chooseWithin = seconds(20)

export function createReserveModel({ snapshot, now, ask, askCurrent }: ReserveModelParts): ReserveModel {
  const question = createCountdown(now)
  const isAsking = signal(false)

  const run = async (length: BookableLength['name']): Promise<void> => {
    isAsking.value = true
    const asked = await ask('book', { length })
    // The snapshot shows the outcome, so the request is over only once that is shown.
    if (asked !== undefined) await askCurrent()
    isAsking.value = false
  }

  return {
    step: computed(() => {
      if (isAsking.value || snapshot.value?.reserving.kind === 'reserving') return 'reserving'
      if (snapshot.value === undefined || snapshot.value.bookable.length === 0) return 'none'
      return question.isOn.value ? 'choosing' : 'offered'
    }),
    isCounting: question.isOn,
    tapBook: () => question.begin(chooseWithin),
    choose: (length) => {
      question.cancel()
      if (!isAsking.value) void run(length)
    },
    cancel: question.cancel,
  }
}
