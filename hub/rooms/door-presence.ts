import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import { isClonedAt, noSessions, type Sessions, sessionsAfter } from '../../shared/line/sessions.ts'
import { fromEveryDoor, speakerIn } from '../../shared/line/topics.ts'
import type { HubStore } from '../store/hub-store.ts'

/** Which doors are there, by what they and the broker say of it. */
export interface DoorPresence {
  /** Whether the door has said that it is there, and the broker has not said since that it is gone. */
  readonly isHere: (door: string) => boolean
  /** Whether the broker has said that it is gone. A door that was never heard of is neither here nor gone. */
  readonly isGone: (door: string) => boolean
  /** Whether two tablets have lately spoken as this door (law 10). */
  readonly isCloned: (door: string) => boolean
  readonly stop: Cancel
}

export interface DoorPresenceParts {
  readonly line: Line
  readonly store: Pick<HubStore, 'audit' | 'doors'>
  readonly clock: Clock
  readonly log: Log
  /** A door has come or gone. */
  readonly onChange: (door: string) => void
}

/** Follows the doors' presence, which the broker retains, and tells IT of an identity in two places. */
export function followPresence({ line, store, clock, log, onChange }: DoorPresenceParts): DoorPresence {
  const doors = new Map<string, Sessions>()
  const of = (door: string): Sessions => doors.get(door) ?? noSessions
  const isCloned = (door: string): boolean => isClonedAt(of(door), clock.elapsed())

  const tell = async (door: string): Promise<void> => {
    log.error('door.cloned', { door })
    const entered = await store.audit.enter({ act: 'cloned', by: 'hub', door })
    if (!entered.ok) log.error('audit.failed', { act: 'cloned', door, ...entered.error })
  }
  const note = async (door: string, session: string): Promise<void> => {
    const noted = await store.doors.noteSession(door, session)
    if (!noted.ok) log.warn('door.session-not-noted', { door, ...noted.error })
  }
  const hear = (door: string, session: string, on: boolean): void => {
    const before = of(door)
    const wasCloned = isCloned(door)
    const after = sessionsAfter(before, { session, on, elapsed: clock.elapsed() })
    doors.set(door, after)
    if (!wasCloned && isCloned(door)) void tell(door)
    if (after.current !== before.current) void note(door, session)
    if (after.isOn !== before.isOn) onChange(door)
  }
  const stop = line.subscribe(fromEveryDoor('presence'), ({ topic, payload }) => {
    const speaker = speakerIn(topic)
    const presence = parseMessage('presence', payload)
    if (speaker !== undefined && presence.ok)
      return hear(speaker.door, presence.value.session, presence.value.on)
    log.warn('line.not-understood', { topic, ...(!presence.ok && presence.error) })
  })
  return {
    isHere: (door) => of(door).isOn,
    isGone: (door) => of(door).current !== undefined && !of(door).isOn,
    isCloned,
    stop,
  }
}
