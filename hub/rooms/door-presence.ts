import type { Line } from '../../engine/line/line.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import { isClonedAt } from '../../shared/line/sessions.ts'
import type { HubStore } from '../store/hub-store.ts'
import { type HeardPresence, hearPresence } from './heard-presence.ts'

export interface DoorPresenceParts {
  readonly line: Line
  readonly store: Pick<HubStore, 'audit' | 'doors'>
  readonly clock: Clock
  readonly log: Log
  /** A door has come or gone. */
  readonly onChange: (door: string) => void
}

/** The doors' presence for the hub that leads: it tells IT of an identity in two places, and keeps the sessions. */
export function followPresence({ line, store, clock, log, onChange }: DoorPresenceParts): HeardPresence {
  const tellCloned = async (door: string): Promise<void> => {
    log.error('door.cloned', { door })
    const entered = await store.audit.enter({ act: 'cloned', by: 'hub', door })
    if (!entered.ok) log.error('audit.failed', { act: 'cloned', door, ...entered.error })
  }
  const note = async (door: string, session: string): Promise<void> => {
    const noted = await store.doors.noteSession(door, session)
    if (!noted.ok) log.warn('door.session-not-noted', { door, ...noted.error })
  }
  return hearPresence({
    line,
    clock,
    onHeard: (door, before, after) => {
      const elapsed = clock.elapsed()
      if (isClonedAt(after, elapsed) && !isClonedAt(before, elapsed)) void tellCloned(door)
      if (after.current !== undefined && after.current !== before.current) void note(door, after.current)
      if (after.isOn !== before.isOn) onChange(door)
    },
    onMisunderstood: (topic, fault) => log.warn('line.not-understood', { topic, ...fault }),
  })
}
