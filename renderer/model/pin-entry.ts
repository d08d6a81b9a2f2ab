import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { fewestDigits, mostDigits, type PinPad } from '../../shared/admin/pin-pad.ts'

/** The entered digits. They leave this model only for the main process. */
export interface PinEntry {
  readonly digitCount: ReadonlySignal<number>
  readonly takesDigits: ReadonlySignal<boolean>
  readonly canSend: ReadonlySignal<boolean>
  readonly tapDigit: (digit: number) => void
  readonly deleteDigit: () => void
  /** Sends the PIN, and forgets it. */
  readonly sendPin: () => void
}

export function createPinEntry(
  pad: ReadonlySignal<PinPad['kind'] | undefined>,
  send: (pin: string) => void,
): PinEntry {
  const digits = signal('')
  // A fast typist need not wait for the keyring.
  const takesDigits = computed(() => pad.value === 'looking' || pad.value === 'ready')
  const canSend = computed(() => pad.value === 'ready' && digits.value.length >= fewestDigits)
  // The digits are cleared, so that the next person does not find them.
  effect(() => {
    if (!takesDigits.value) digits.value = ''
  })
  return {
    digitCount: computed(() => digits.value.length),
    takesDigits,
    canSend,
    tapDigit: (digit) => {
      if (takesDigits.value && digits.value.length < mostDigits) digits.value += String(digit)
    },
    deleteDigit: () => (digits.value = digits.value.slice(0, -1)),
    sendPin: () => {
      if (!canSend.value) return
      const pin = digits.value
      digits.value = ''
      send(pin)
    },
  }
}
