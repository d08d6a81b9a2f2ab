import type { Clock, Facts, Log } from '../../../engine/ports.ts'
import { seconds } from '../../../shared/time/time.ts'
import { createRateLimit, type RateLimit } from '../../rate-limit.ts'

/**
 * This many lines of one event at once, and then one in this time, so that a recurring fault leaves room for
 * other events.
 */
const limit = { atOnce: 100, every: seconds(30) }

/**
 * A log that no single event can fill. Lines over an event's limit are left out, and its next line has their
 * number (`omitted`). The first line that is left out causes a line `log.omits` at once.
 */
export function limitLog(log: Log, clock: Pick<Clock, 'elapsed'>): Log {
  const events = new Map<string, { readonly rate: RateLimit; omitted: number }>()
  const stateOf = (event: string) => {
    const known = events.get(event) ?? { rate: createRateLimit(clock, limit), omitted: 0 }
    events.set(event, known)
    return known
  }
  const writing =
    (level: keyof Log): Log['info'] =>
    (event: string, facts?: Facts) => {
      const state = stateOf(event)
      if (!state.rate.takes()) {
        if (state.omitted === 0) log.warn('log.omits', { event })
        state.omitted += 1
        return
      }
      const told = state.omitted > 0 ? { ...facts, omitted: state.omitted } : facts
      state.omitted = 0
      log[level](event, told)
    }
  return { info: writing('info'), warn: writing('warn'), error: writing('error') }
}
