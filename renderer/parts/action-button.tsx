import type { ComponentChildren } from 'preact'
import type { BookingId } from '../../shared/domain/booking.ts'

export interface ActionButtonProps {
  /** The `data-testid`: part of the interface. */
  readonly mark: string
  readonly label: string
  /** Small, under the label. */
  readonly detail?: ComponentChildren
  /** The booking that it is for, as `data-booking`: by it the panel knows what can be tapped. */
  readonly booking?: BookingId
  readonly onTap: () => void
  /** The one that goes ahead is filled. */
  readonly isMain?: boolean
  /** Takes the width that the others leave. */
  readonly isWide?: boolean
  /** Whether the keyboard goes on from here when the button appears. */
  readonly takesFocus?: boolean
}

export function ActionButton({ mark, label, detail, booking, onTap, ...look }: ActionButtonProps) {
  return (
    <button
      type="button"
      class={['action', look.isMain && 'action-main', look.isWide && 'action-wide'].filter(Boolean).join(' ')}
      data-testid={mark}
      data-booking={booking}
      onClick={onTap}
      ref={look.takesFocus ? focus : null}
    >
      <span>{label}</span>
      {detail && <small>{detail}</small>}
    </button>
  )
}

const focus = (button: HTMLButtonElement | null): void => button?.focus()
