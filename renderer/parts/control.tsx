import type { ComponentChildren } from 'preact'
import type { BookingId } from '../../shared/booking/booking.ts'

export interface ControlProps {
  /** The `data-testid`: part of the interface. */
  readonly mark: string
  /** Its classes in the style sheet. */
  readonly look: string
  readonly onPress: () => void
  /** What a press is about, where the same control stands for one thing after the other. */
  readonly subject?: string | undefined
  /** The booking that one checks in to by it, as `data-booking`: by it the panel knows what can be tapped. */
  readonly checksIn?: BookingId | undefined
  readonly isOff?: boolean
  /** For a control without words. */
  readonly label?: string
  readonly language?: string
  /** Whether the keyboard goes on from here when the control appears. */
  readonly takesFocus?: boolean
  readonly children?: ComponentChildren
}

/** Everything that can be pressed. It hears presses, and no clicks: see presses.ts. One that does something else, or to something else, is another element. */
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
      lang={more.language}
      ref={more.takesFocus ? focus : null}
      {...{ onpress: onPress }}
    >
      {more.children}
    </button>
  )
}

const focus = (button: HTMLButtonElement | null): void => button?.focus()
