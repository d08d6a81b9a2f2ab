export interface ActionButtonProps {
  /** The `data-testid`: part of the interface. */
  readonly mark: string
  readonly label: string
  readonly onTap: () => void
  /** The one that goes ahead is filled. */
  readonly isMain?: boolean
  /** Whether the keyboard goes on from here when the button appears. */
  readonly takesFocus?: boolean
}

export function ActionButton({ mark, label, onTap, isMain = false, takesFocus = false }: ActionButtonProps) {
  return (
    <button
      type="button"
      class={isMain ? 'action action-main' : 'action'}
      data-testid={mark}
      onClick={onTap}
      ref={takesFocus ? focus : null}
    >
      {label}
    </button>
  )
}

const focus = (button: HTMLButtonElement | null): void => button?.focus()
