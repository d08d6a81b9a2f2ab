import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import type { Presence, Reported } from '../../shared/line/door-messages.ts'
import { messages } from '../../shared/line/messages.ts'
import { fromEveryDoor, speakerIn } from '../../shared/line/topics.ts'
import { type Instant, plus, seconds } from '../../shared/time/time.ts'

/** What a door has said last, as the broker has kept it. */
export interface HeardDoor {
  readonly presence?: Presence
  readonly report?: Reported
  /** When the broker took the report. */
  readonly reportedAt?: Instant
}

export interface HearDoorsParts {
  readonly line: Line
  readonly clock: Clock
}

/** The broker sends all that it keeps at once: after so long without another message it has, ms. */
const quiet = seconds(1)

/** A report says for how long it is to be kept, and the broker how much of that is left. */
const { expiry: keptFor } = messages.reported

/** What all doors have said last. Needs no hub: the broker retains it. */
export async function hearDoors({ line, clock }: HearDoorsParts): Promise<ReadonlyMap<string, HeardDoor>> {
  const doors = new Map<string, HeardDoor>()
  const whenQuiet = createQuiet(clock)
  const learn = (topic: string, news: HeardDoor): void => {
    const door = speakerIn(topic)?.door
    if (door !== undefined) doors.set(door, { ...doors.get(door), ...news })
    whenQuiet.heard()
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
  await whenQuiet.reached
  for (const stop of stops) stop()
  return doors
}

/** Reached once nothing was heard for some time. */
function createQuiet(clock: Pick<Clock, 'after'>): {
  readonly heard: () => void
  readonly reached: Promise<void>
} {
  let cancel: Cancel | undefined
  let reach: (() => void) | undefined
  const heard = (): void => {
    cancel?.()
    cancel = clock.after(quiet, () => reach?.())
  }
  const reached = new Promise<void>((resolve) => (reach = resolve))
  heard()
  return { heard, reached }
}
