import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { hours, type Instant, type Interval, plus } from '../../shared/time/time.ts'
import type { Cancel, Clock } from '../ports.ts'
import { timeKnown } from './time-known.ts'

/** When the calendar is swept, ms after midnight: an hour without bookings at the door. */
const sweepHour = hours(3)

interface NightlyParts {
  readonly clock: Clock
  readonly rulesAt: () => PanelRules
  readonly sweep: () => Promise<unknown>
}

/** Sweeps once a night. Returns the function that ends this. */
export function sweepNightly({ clock, rulesAt, sweep }: NightlyParts): Cancel {
  let isOver = false
  let cancel: Cancel | undefined
  const wait = async (): Promise<void> => {
    await timeKnown(clock, () => isOver)
    if (isOver) return
    const now = clock.now()
    cancel = clock.after(nextSweep(rulesAt().today, now) - now, () => void sweep().then(wait))
  }
  void wait()
  return () => {
    isOver = true
    cancel?.()
  }
}

function nextSweep(today: Interval, now: Instant): Instant {
  const tonight = plus(today.start, sweepHour)
  return now < tonight ? tonight : plus(today.end, sweepHour)
}
