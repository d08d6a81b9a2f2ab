import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { AdminVerdict } from '../../shared/admin/judging.ts'
import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { seconds } from '../../shared/time/time.ts'
import type { Now } from '../now.ts'
import type { Ask } from './ask.ts'
import { createCountdown } from './countdown.ts'
import { createPinEntry, type PinEntry } from './pin-entry.ts'
import { createRoomFinder, type RoomFinder } from './room-finder.ts'

/** The action that an administrator must confirm. */
export type AdminQuestion =
  | { readonly kind: 'verdict'; readonly booking: Booking; readonly verdict: AdminVerdict }
  | { readonly kind: 'setRoom'; readonly room: ListedRoom }
  | { readonly kind: 'leaveKiosk' }

/** The page of the menu. */
export type AdminPage = 'bookings' | 'diagnosis' | 'rooms'

export interface AdminModel extends PinEntry {
  readonly question: ReadonlySignal<AdminQuestion | undefined>
  readonly page: ReadonlySignal<AdminPage>
  readonly finder: RoomFinder
  /** Whether seconds are counted just now. */
  readonly isCounting: ReadonlySignal<boolean>
  readonly open: () => void
  readonly leave: () => void
  readonly ask: (question: AdminQuestion) => void
  readonly confirm: () => void
  readonly cancel: () => void
  readonly diagnose: () => void
  readonly showBookings: () => void
  /** Requests the rooms, and opens their list at the top. */
  readonly showRooms: () => void
}

export interface AdminModelParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
  readonly ask: Ask
}

/** The second tap has to come within this time of the first, ms. */
const confirmWithin = seconds(10)

export function createAdminModel({ snapshot, now, ask }: AdminModelParts): AdminModel {
  const asked = signal<AdminQuestion | undefined>(undefined)
  const page = signal<AdminPage>('bookings')
  const countdown = createCountdown(now)
  const admin = computed(() => snapshot.value?.admin)
  const locale = computed(() => snapshot.value?.locale)
  const finder = createRoomFinder(
    admin,
    computed(() => new Intl.Collator(locale.value, { numeric: true }).compare),
  )
  const pad = computed(() => (admin.value?.kind === 'asked' ? admin.value.pad.kind : undefined))
  const question = computed(() =>
    countdown.isOn.value && admin.value?.kind === 'open' ? asked.value : undefined,
  )
  // Each administrator starts on the first page.
  effect(() => {
    if (admin.value?.kind !== 'open') page.value = 'bookings'
  })

  const carryOut = (confirmed: AdminQuestion): void => {
    if (confirmed.kind === 'leaveKiosk') return void ask('leaveKiosk', undefined)
    if (confirmed.kind === 'setRoom') {
      finder.keys.hide()
      return void ask('setRoom', { roomId: confirmed.room.id })
    }
    void ask('giveVerdict', { bookingId: confirmed.booking.id, verdict: confirmed.verdict })
  }
  return {
    ...createPinEntry(pad, (pin) => void ask('enterPin', { pin })),
    question,
    page,
    finder,
    isCounting: computed(() => question.value !== undefined || pad.value === 'lockedOut'),
    open: () => void ask('openAdmin', undefined),
    leave: () => void ask('leaveAdmin', undefined),
    ask: (next) => {
      asked.value = next
      countdown.begin(confirmWithin)
    },
    confirm: () => {
      now.look()
      const confirmed = question.value
      countdown.cancel()
      if (confirmed !== undefined) carryOut(confirmed)
    },
    cancel: countdown.cancel,
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
