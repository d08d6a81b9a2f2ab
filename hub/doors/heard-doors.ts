import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import type { Presence, Reported } from '../../shared/line/door-messages.ts'
import { messages } from '../../shared/line/messages.ts'
import { fromEveryDoor, speakerIn } from '../../shared/line/topics.ts'
import { type Instant, plus } from '../../shared/time/time.ts'

/** What a door has said last, as the broker has kept it. */
export interface HeardDoor {
  readonly presence?: Presence
  readonly report?: Reported
  /** When the broker took the report. */
  readonly reportedAt?: Instant
}

export interface HeardDoorsParts {
  readonly line: Pick<Line, 'subscribe'>
  readonly clock: Clock
  readonly onHeard: (door: string) => void
}

export interface HeardDoors {
  readonly all: ReadonlyMap<string, HeardDoor>
  readonly stop: Cancel
}

/** A report says for how long it is to be kept, and the broker how much of that is left. */
const { expiry: keptFor } = messages.reported

/** Follows what all doors say of themselves. Needs no hub that leads. */
export function followHeardDoors({ line, clock, onHeard }: HeardDoorsParts): HeardDoors {
  const all = new Map<string, HeardDoor>()
  const learn = (topic: string, news: HeardDoor): void => {
    const door = speakerIn(topic)?.door
    if (door === undefined) return
    all.set(door, { ...all.get(door), ...news })
    onHeard(door)
  }
  const stops = [
    line.subscribe(fromEveryDoor('presence'), ({ topic, payload }) => {
      const said = parseMessage('presence', payload)
      if (said.ok) learn(topic, { presence: said.value })
    }),
    line.subscribe(fromEveryDoor('reported'), ({ topic, payload, expiresIn = keptFor }) => {
      const said = parseMessage('reported', payload)
      if (said.ok) learn(topic, { report: said.value, reportedAt: plus(clock.now(), expiresIn - keptFor) })
    }),
  ]
  return { all, stop: () => stops.forEach((stop) => stop()) }
}
