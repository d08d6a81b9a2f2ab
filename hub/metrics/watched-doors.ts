import type { Line } from '../../engine/line/line.ts'
import type { Clock } from '../../engine/ports.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import { isClonedAt, noSessions, type Sessions, sessionsAfter } from '../../shared/line/sessions.ts'
import { fromEveryDoor, speakerIn } from '../../shared/line/topics.ts'

/** What this hub hears of the doors, whether it leads or not. */
export interface WatchedDoors {
  /** Whether the door has not said that it is there, or the broker has said since that it is gone. */
  readonly isSilent: (door: string) => boolean
  /** Whether two tablets have lately spoken as this door (law 10). */
  readonly isCloned: (door: string) => boolean
}

export function watchDoors(line: Pick<Line, 'subscribe'>, clock: Pick<Clock, 'elapsed'>): WatchedDoors {
  const doors = new Map<string, Sessions>()
  const of = (door: string): Sessions => doors.get(door) ?? noSessions
  line.subscribe(fromEveryDoor('presence'), ({ topic, payload }) => {
    const speaker = speakerIn(topic)
    const presence = parseMessage('presence', payload)
    // What can't be understood, the hub that leads reports.
    if (speaker === undefined || !presence.ok) return
    const { session, on } = presence.value
    doors.set(speaker.door, sessionsAfter(of(speaker.door), { session, on, elapsed: clock.elapsed() }))
  })
  return {
    isSilent: (door) => !of(door).isOn,
    isCloned: (door) => isClonedAt(of(door), clock.elapsed()),
  }
}
