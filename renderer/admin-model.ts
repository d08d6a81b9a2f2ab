import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Booking } from '../shared/domain/booking.ts'
import type { AdminVerdict } from '../shared/domain/judging.ts'
import type { ListedRoom } from '../shared/domain/room-setting.ts'
import type { Snapshot } from '../shared/domain/snapshot.ts'
import { seconds } from '../shared/domain/time.ts'
import type { Ask } from './ask.ts'
import { createLapse } from './lapse.ts'
import type { Now } from './now.ts'
import { createRoomFinder, type RoomFinder } from './room-finder.ts'

/** What an administrator is asked to confirm. */
export type AdminQuestion =
  | { readonly kind: 'verdict'; readonly booking: Booking; readonly verdict: AdminVerdict }
  | { readonly kind: 'setRoom'; readonly room: ListedRoom }
  | { readonly kind: 'leaveKiosk' }

/** What the menu shows. */
export type AdminPage = 'bookings' | 'diagnosis' | 'rooms'

export interface AdminModel {
  /** How many digits were entered. The digits themselves never leave this model but for the main process. */
  readonly digitCount: ReadonlySignal<number>
  readonly takesDigits: ReadonlySignal<boolean>
  readonly canSend: ReadonlySignal<boolean>
  readonly question: ReadonlySignal<AdminQuestion | undefined>
  readonly page: ReadonlySignal<AdminPage>
  readonly finder: RoomFinder
  /** Whether seconds are counted just now. */
  readonly isCounting: ReadonlySignal<boolean>
  readonly open: () => void
  readonly leave: () => void
  readonly tapDigit: (digit: number) => void
  readonly deleteDigit: () => void
  /** Sends the PIN, and forgets it. */
  readonly sendPin: () => void
  readonly ask: (question: AdminQuestion) => void
  readonly confirm: () => void
  readonly cancel: () => void
  readonly diagnose: () => void
  readonly showBookings: () => void
  /** Has the rooms read, and looks at them from the top. */
  readonly showRooms: () => void
}

export interface AdminModelParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
  readonly ask: Ask
}

/** As `provision` takes them. */
const fewestDigits = 4
const mostDigits = 12
/** The second tap has to come within this time of the first, ms. */
const confirmWithin = seconds(10)

export function createAdminModel({ snapshot, now, ask }: AdminModelParts): AdminModel {
  const digits = signal('')
  const asked = signal<AdminQuestion | undefined>(undefined)
  const page = signal<AdminPage>('bookings')
  const lapse = createLapse(now)
  const admin = computed(() => snapshot.value?.admin)
  const locale = computed(() => snapshot.value?.locale)
  const finder = createRoomFinder(
    admin,
    computed(() => new Intl.Collator(locale.value, { numeric: true }).compare),
  )
  const pad = computed(() => (admin.value?.kind === 'asked' ? admin.value.pad.kind : undefined))
  // Who types fast need not wait for the keyring.
  const takesDigits = computed(() => pad.value === 'looking' || pad.value === 'ready')
  const canSend = computed(() => pad.value === 'ready' && digits.value.length >= fewestDigits)
  const question = computed(() =>
    lapse.isOn.value && admin.value?.kind === 'open' ? asked.value : undefined,
  )
  // Whoever comes next finds nothing of what was typed before.
  effect(() => {
    if (!takesDigits.value) digits.value = ''
    if (admin.value?.kind !== 'open') page.value = 'bookings'
  })

  const carryOut = (confirmed: AdminQuestion): void => {
    if (confirmed.kind === 'leaveKiosk') return void ask('leaveKiosk', undefined)
    if (confirmed.kind === 'setRoom') return void ask('setRoom', { roomId: confirmed.room.id })
    void ask('giveVerdict', { bookingId: confirmed.booking.id, verdict: confirmed.verdict })
  }
  return {
    digitCount: computed(() => digits.value.length),
    takesDigits,
    canSend,
    question,
    page,
    finder,
    isCounting: computed(() => question.value !== undefined || pad.value === 'lockedOut'),
    open: () => void ask('openAdmin', undefined),
    leave: () => void ask('leaveAdmin', undefined),
    tapDigit: (digit) => {
      if (takesDigits.value && digits.value.length < mostDigits) digits.value += String(digit)
    },
    deleteDigit: () => (digits.value = digits.value.slice(0, -1)),
    sendPin: () => {
      if (!canSend.value) return
      const pin = digits.value
      digits.value = ''
      void ask('enterPin', { pin })
    },
    ask: (next) => {
      asked.value = next
      lapse.begin(confirmWithin)
    },
    confirm: () => {
      now.look()
      const confirmed = question.value
      lapse.cancel()
      if (confirmed !== undefined) carryOut(confirmed)
    },
    cancel: lapse.cancel,
    diagnose: () => {
      page.value = 'diagnosis'
      void ask('diagnose', undefined)
    },
    showBookings: () => (page.value = 'bookings'),
    showRooms: () => {
      page.value = 'rooms'
      finder.reset()
      void ask('listRooms', undefined)
    },
  }
}
