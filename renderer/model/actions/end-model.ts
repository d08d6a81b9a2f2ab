import { actionUnderWay, isReleaseSent } from '../../../shared/action/action.ts'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { BookingId } from '../../../shared/booking/booking.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { type Instant, seconds } from '../../../shared/time/time.ts'
import type { Now } from '../../now.ts'
import { createPendingRequest, type PendingRequestParts } from './pending-request.ts'
import { createCountdown } from '../countdown.ts'
import { subjectOf } from '../subject.ts'

/**
 * The step of "End meeting": no meeting runs, it is offered, it waits for the second tap, or it is on its
 * way.
 */
export type EndStep =
  | { readonly kind: 'none' }
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

export interface EndModelParts extends PendingRequestParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
}

/** The second tap has to come within this time of the first, ms. */
const confirmWithin = seconds(10)

export function createEndModel({ snapshot, now, ...asking }: EndModelParts): EndModel {
  const meant = signal<BookingId | undefined>(undefined)
  const question = createCountdown(now)
  const pending = createPendingRequest('endMeeting', asking)

  const running = computed(() => runningIn(snapshot.value, now.time.value))
  const isConfirming = computed(
    () => question.isOn.value && running.value !== undefined && meant.value === running.value,
  )
  const isEnding = computed(() => {
    if (running.value === undefined) return false
    const end = actionUnderWay(snapshot.value?.actions ?? [], 'end')
    return end !== undefined ? end.booking === running.value : pending.underWay.value.includes(running.value)
  })

  return {
    step: computed(() => {
      if (running.value === undefined) return { kind: 'none' }
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
      if (bookingId !== undefined && !isEnding.value) pending.begin(bookingId)
    },
    cancel: question.cancel,
  }
}

/**
 * The meeting that can be ended. A meeting with an early check-in has not begun yet, and one that is just
 * being released ends anyway.
 */
function runningIn(snapshot: Snapshot | undefined, now: Instant): BookingId | undefined {
  if (snapshot === undefined) return undefined
  const subject = subjectOf(snapshot.occupancy)
  if (subject === undefined || subject.start > now) return undefined
  return isReleaseSent(snapshot.actions, subject) ? undefined : subject.id
}
