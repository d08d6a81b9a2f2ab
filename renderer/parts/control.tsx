import type { ComponentChildren } from 'preact'
import type { BookingId } from '../../shared/booking/booking.ts'

export interface ControlProps {
  /** The `data-testid`: part of the interface. */
  readonly mark: string
  /** Its classes in the style sheet. */
  readonly look: string
  readonly onPress: () => void
  /** The subject of a press, if the same control serves one subject after another. */
  readonly subject?: string | undefined
  /**
   * The booking that this control checks in to, as `data-booking`. The panel reads from it which check-ins
   * are possible.
   */
  readonly checksIn?: BookingId | undefined
  readonly isOff?: boolean
  /** Whether this is the page that is shown. */
  readonly isChosen?: boolean
  /** For a control without words. */
  readonly label?: string
  readonly language?: string
  /** Whether the keyboard goes on from here when the control appears. */
  readonly takesFocus?: boolean
  readonly children?: ComponentChildren
}

/**
 * Everything that can be pressed. It reacts to presses, not to clicks: see presses.ts. A control with another
 * action or subject is another element.
 */
export function Control({ mark, look, onPress, checksIn, subject = checksIn, ...more }: ControlProps) {
  return (
    <button
      key={`${mark} ${subject}`}
      type="button"
      class={look}
      data-testid={mark}
      data-subject={subject}
      data-booking={checksIn}
      disabled={more.isOff ?? false}
      aria-label={more.label}
      aria-current={more.isChosen ? 'page' : undefined}
      lang={more.language}
      ref={more.takesFocus ? focus : null}
      {...{ onpress: onPress }}
    >
      {more.children}
    </button>
  )
}

const focus = (button: HTMLButtonElement | null): void => button?.focus()
