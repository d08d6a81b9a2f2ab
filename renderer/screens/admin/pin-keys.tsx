import { Delete } from 'lucide'
import type { PinEntry } from '../../model/pin-entry.ts'
import { Control } from '../../parts/control.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { AdminWords } from '../../../shared/languages/admin-words.ts'

export interface PinKeysProps {
  readonly model: PinEntry
  readonly words: AdminWords
}

/** The dots above keys as on a telephone, because the panel has no keyboard. Keys that are off stay in their place. */
export function PinKeys({ model, words }: PinKeysProps) {
  const isOff = !model.takesDigits.value
  const digit = (value: number) => (
    <Control
      key={value}
      mark={`pin-${value}`}
      look="pin-key"
      isOff={isOff}
      onPress={() => model.tapDigit(value)}
    >
      {value}
    </Control>
  )
  return (
    <div class="pin-keys" role="group">
      <PinDots count={model.digitCount.value} />
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit)}
      <Control
        mark="pin-delete"
        look="pin-key pin-word-key"
        label={words.deleteDigit}
        isOff={isOff}
        onPress={model.deleteDigit}
      >
        <Icon node={Delete} />
      </Control>
      {digit(0)}
      <Control
        mark="pin-ok"
        look="pin-key pin-word-key pin-key-main"
        isOff={!model.canSend.value}
        onPress={model.sendPin}
      >
        {words.pinOk}
      </Control>
    </div>
  )
}

/** A dot for each entered digit, so that the digits themselves are not shown. */
function PinDots({ count }: { readonly count: number }) {
  return (
    <p class="pin-dots" data-count={count}>
      {Array.from({ length: Math.max(count, 4) }, (_, index) => (
        <span key={index} data-filled={index < count} />
      ))}
    </p>
  )
}
