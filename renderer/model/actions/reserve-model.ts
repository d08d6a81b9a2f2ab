import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { mayCoverCheckIns } from '../../../shared/check-in/may-cover.ts'
import { type Bookable, bookableOf, type Wish } from '../../../shared/reserving/wish.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { type Instant, seconds } from '../../../shared/time/time.ts'
import type { Now } from '../../now.ts'
import { createPinEntry, type PinEntry } from '../pin-entry.ts'
import type { PendingRequestParts } from './pending-request.ts'
import { createCountdown } from '../countdown.ts'

export interface ReserveModel {
  /** A booking is on its way. */
  readonly isReserving: ReadonlySignal<boolean>
  /** What the visitor chooses from: the lengths for now, or for the gap that they tapped. Empty otherwise. */
  readonly choices: ReadonlySignal<readonly Bookable[]>
  /** A booking waits for its PIN. */
  readonly needsPin: ReadonlySignal<boolean>
  readonly pin: PinEntry
  readonly isCounting: ReadonlySignal<boolean>
  /** The tap on "Book now". */
  readonly tapBook: () => void
  /** The tap on the gap that begins then. */
  readonly tapGap: (start: Instant) => void
  /** The next possible start after the chosen one. */
  readonly laterStart: ReadonlySignal<Instant | undefined>
  /** The tap that books. */
  readonly book: (wish: Wish) => void
  readonly cancel: () => void
}

export interface ReserveModelParts extends PendingRequestParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
}

/** The second tap has to come within this time of the first, ms. */
const chooseWithin = seconds(20)
/** The PIN has to be entered within this time, ms. */
const pinWithin = seconds(60)

export function createReserveModel({ snapshot, now, ask, askCurrent }: ReserveModelParts): ReserveModel {
  const question = createCountdown(now)
  const isAsking = signal(false)
  const gap = signal<Instant | undefined>(undefined)

  const waiting = signal<Wish | undefined>(undefined)
  const patience = createCountdown(now)

  const run = async (wish: Wish, pin?: string): Promise<void> => {
    isAsking.value = true
    const asked = await ask('book', { ...wish, ...(pin !== undefined && { pin }) })
    // The snapshot shows the outcome, so the request is over only once that is shown.
    if (asked !== undefined) await askCurrent()
    isAsking.value = false
  }
  const isReserving = computed(() => isAsking.value || snapshot.value?.reserving.kind === 'reserving')
  const needsPin = computed(() => {
    const shown = patience.isOn.value ? snapshot.value : undefined
    return shown !== undefined && mayCoverCheckIns(shown.occupancy, shown.checkIns)
  })
  const pin = createPinEntry(
    computed(() => (needsPin.value ? 'ready' : undefined)),
    (digits) => {
      patience.cancel()
      if (waiting.value !== undefined && !isAsking.value) void run(waiting.value, digits)
    },
  )
  const bookable = computed(() => snapshot.value?.bookable ?? nothing)
  const choose = (start?: Instant): void => {
    gap.value = start
    question.begin(chooseWithin)
  }

  return {
    isReserving,
    choices: computed(() => {
      if (!question.isOn.value || isReserving.value) return nothing
      const kind = gap.value === undefined ? 'now' : 'later'
      return bookableOf(bookable.value, kind).filter(({ wish }) => wish.start === gap.value)
    }),
    needsPin,
    pin,
    isCounting: computed(() => question.isOn.value || needsPin.value),
    tapBook: () => choose(),
    tapGap: choose,
    laterStart: computed(() => {
      const chosen = gap.value
      if (chosen === undefined) return undefined
      return bookableOf(bookable.value, 'later').find(({ start }) => start > chosen)?.start
    }),
    book: (wish) => {
      question.cancel()
      if (isAsking.value) return
      if (snapshot.value?.bookingNeedsPin !== true) return void run(wish)
      waiting.value = wish
      patience.begin(pinWithin)
    },
    cancel: () => {
      question.cancel()
      patience.cancel()
    },
  }
}

const nothing: readonly Bookable[] = []
