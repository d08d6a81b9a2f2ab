import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { BookingId } from '../shared/domain/booking.ts'
import type { Snapshot } from '../shared/domain/snapshot.ts'
import { seconds } from '../shared/domain/time.ts'
import type { Ask } from './ask.ts'
import { createLapse } from './lapse.ts'
import type { Now } from './now.ts'

/** How far "End meeting now" is: offered, waiting for the second tap, or on its way. */
export type EndStep =
  | { readonly kind: 'offered' }
  | { readonly kind: 'confirming'; readonly secondsLeft: number }
  | { readonly kind: 'ending' }

export interface EndModel {
  readonly step: ReadonlySignal<EndStep>
  /** Whether seconds are counted just now. */
  readonly isCounting: ReadonlySignal<boolean>
  /** The first tap. */
  readonly tapEnd: () => void
  /** The second tap: asks for the end of the meeting that the first one meant, if it still runs. */
  readonly confirm: () => void
  readonly cancel: () => void
}

export interface EndModelParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
  readonly ask: Ask
  readonly askCurrent: () => Promise<void>
}

/** The second tap has to come within this time of the first, ms. */
const confirmWithin = seconds(10)

export function createEndModel({ snapshot, now, ask, askCurrent }: EndModelParts): EndModel {
  const meant = signal<BookingId | undefined>(undefined)
  const pending = signal<BookingId | undefined>(undefined)
  const question = createLapse(now)

  const running = computed(() => runningIn(snapshot.value))
  const isConfirming = computed(
    () => question.isOn.value && running.value !== undefined && meant.value === running.value,
  )
  const isEnding = computed(() => {
    const ending = snapshot.value?.ending
    const underWay = ending?.kind === 'ending' ? ending.booking : pending.value
    return underWay !== undefined && underWay === running.value
  })
  const end = async (bookingId: BookingId): Promise<void> => {
    pending.value = bookingId
    const asked = await ask('endMeeting', { bookingId })
    // How it went is told by the snapshot: not before that one is shown is the request over.
    if (asked !== undefined) await askCurrent()
    if (pending.value === bookingId) pending.value = undefined
  }

  return {
    step: computed(() => {
      if (isEnding.value) return { kind: 'ending' }
      if (!isConfirming.value) return { kind: 'offered' }
      return { kind: 'confirming', secondsLeft: Math.ceil(question.left.value / seconds(1)) }
    }),
    isCounting: isConfirming,
    tapEnd: () => {
      meant.value = running.value
      question.begin(confirmWithin)
    },
    confirm: () => {
      now.look()
      const bookingId = isConfirming.value ? running.value : undefined
      question.cancel()
      if (bookingId !== undefined && !isEnding.value) void end(bookingId)
    },
    cancel: question.cancel,
  }
}

function runningIn(snapshot: Snapshot | undefined): BookingId | undefined {
  return snapshot?.occupancy.kind === 'inUse' ? snapshot.occupancy.booking.id : undefined
}
