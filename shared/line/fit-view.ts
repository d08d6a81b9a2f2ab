import { err, type Result } from '../result.ts'
import { encodeMessage, type LineFault } from './codec.ts'
import type { RoomView } from './view.ts'

/**
 * The text of a view that fits into one message. A very full room loses its titles first, then its last
 * bookings with the end of the window: a door takes no time for free that the window does not cover.
 */
export function encodeView(view: RoomView): Result<string, LineFault> {
  const whole = encodeMessage(view)
  if (whole.ok) return whole
  const { bookings } = view
  for (let kept = bookings.length; kept > 0; kept = Math.floor(kept * 0.9)) {
    const text = encodeMessage(without(view, kept))
    if (text.ok) return text
  }
  return err(whole.error)
}

/** The view with its first `kept` bookings, and no titles. `bookings` are sorted by start. */
function without(view: RoomView, kept: number): RoomView {
  const { bookings, window } = view
  const cut = bookings[kept]?.start ?? window.end
  const end = cut > window.start ? cut : window.start
  const inside = bookings.slice(0, kept).filter(({ start }) => start < end || cut === window.end)
  return { ...view, titles: [], bookings: inside, window: { start: window.start, end } }
}
