import type { Instant } from '../time/time.ts'
import type { Reserving } from './reserving.ts'

/**
 * The state after the time leapt to `now`. A tablet that woke with a wrong clock may have said what became of a tap at a
 * time that is still to come: that would stay on the screen until then, and hide what becomes of later taps. A refusal
 * counts as of now, and what the disk has is told no more.
 */
export function putBack(reserving: Reserving, now: Instant): Reserving {
  const { refused, past = [], reservations } = reserving
  const ahead = reservations.filter(({ state }) => 'at' in state && state.at > now).map(({ id }) => id)
  return {
    ...reserving,
    ...(ahead.length > 0 && { past: [...new Set([...past, ...ahead])] }),
    ...(refused !== undefined && refused.at > now && { refused: { ...refused, at: now } }),
  }
}
