import type { AdminModel } from '../../admin-model.ts'
import type { AdminWords } from '../../words/admin/words.ts'

export interface PinKeysProps {
  readonly model: AdminModel
  readonly words: AdminWords
}

/** As on a telephone: the panel has no keyboard. What takes no finger just now stays where it is. */
export function PinKeys({ model, words }: PinKeysProps) {
  const isOff = !model.takesDigits.value
  const digit = (value: number) => (
    <button
      key={value}
      type="button"
      class="pin-key"
      data-testid={`pin-${value}`}
      disabled={isOff}
      onClick={() => model.tapDigit(value)}
    >
      {value}
    </button>
  )
  return (
    <div class="pin-keys" role="group">
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit)}
      <button
        type="button"
        class="pin-key pin-word-key"
        data-testid="pin-delete"
        disabled={isOff}
        onClick={model.deleteDigit}
      >
        {words.deleteDigit}
      </button>
      {digit(0)}
      <button
        type="button"
        class="pin-key pin-word-key pin-key-main"
        data-testid="pin-ok"
        disabled={!model.canSend.value}
        onClick={model.sendPin}
      >
        {words.pinOk}
      </button>
    </div>
  )
}
