import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import { type LineFault, parseMessage } from '../../shared/line/codec.ts'
import { isClonedAt, noSessions, type Sessions, sessionsAfter } from '../../shared/line/sessions.ts'
import { fromEveryDoor, speakerIn } from '../../shared/line/topics.ts'

/** Which doors are there, by what they and the broker say of it. */
export interface HeardPresence {
  /** Whether the door has said that it is there, and the broker has not said since that it is gone. */
  readonly isHere: (door: string) => boolean
  /** Whether the broker has said that it is gone. A door that was never heard of is neither here nor gone. */
  readonly isGone: (door: string) => boolean
  /** Whether two tablets have lately spoken as this door (law 10). */
  readonly isCloned: (door: string) => boolean
  readonly stop: Cancel
}

export interface HeardPresenceParts {
  readonly line: Pick<Line, 'subscribe'>
  readonly clock: Pick<Clock, 'elapsed'>
  /** A door has spoken, or the broker of it: its sessions before, and now. */
  readonly onHeard?: (door: string, before: Sessions, after: Sessions) => void
  readonly onMisunderstood?: (topic: string, fault: LineFault | undefined) => void
}

/** Follows the doors' presence, which the broker retains. */
export function hearPresence({ line, clock, onHeard, onMisunderstood }: HeardPresenceParts): HeardPresence {
  const doors = new Map<string, Sessions>()
  const of = (door: string): Sessions => doors.get(door) ?? noSessions
  const stop = line.subscribe(fromEveryDoor('presence'), ({ topic, payload }) => {
    const door = speakerIn(topic)?.door
    const presence = parseMessage('presence', payload)
    if (door === undefined || !presence.ok)
      return onMisunderstood?.(topic, presence.ok ? undefined : presence.error)
    const { session, on } = presence.value
    const before = of(door)
    const after = sessionsAfter(before, { session, on, elapsed: clock.elapsed() })
    doors.set(door, after)
    onHeard?.(door, before, after)
  })
  return {
    isHere: (door) => of(door).isOn,
    isGone: (door) => of(door).current !== undefined && !of(door).isOn,
    isCloned: (door) => isClonedAt(of(door), clock.elapsed()),
    stop,
  }
}
