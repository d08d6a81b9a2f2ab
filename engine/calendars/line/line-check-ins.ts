import type { CheckIn } from '../../../shared/check-in/check-in.ts'
import { checkInIdOf } from '../../../shared/line/check-in-id.ts'
import { encodeMessage } from '../../../shared/line/codec.ts'
import { messages } from '../../../shared/line/messages.ts'
import { stillCounts } from '../../../shared/line/still-counts.ts'
import { fromTopic, lineVersion } from '../../../shared/line/topics.ts'
import type { RoomView } from '../../../shared/line/view.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { Line } from '../../line/line.ts'
import type { Cancel, Clock } from '../../ports.ts'
import type { SharedCheckIn, SharedCheckIns } from '../../shared-check-ins.ts'
import type { HeardViews } from './heard-views.ts'

export interface LineCheckInsParts {
  readonly line: Line
  readonly door: string
  readonly clock: Clock
  readonly views: HeardViews
}

export interface LineCheckIns extends SharedCheckIns {
  /** How many wait to be heard by the hub. */
  readonly outbox: () => number
}

/** How long the hub may take to commit a check-in before it is sent once more, ms. */
const patience = seconds(10)

/**
 * The outbox holds the check-ins that are on the door's disk and in no view: a broker's acknowledgement says nothing about
 * the hub (law 4).
 */
export function createLineCheckIns({ line, door, clock, views }: LineCheckInsParts): LineCheckIns {
  const sentAt = new Map<string, number>()
  let own: readonly CheckIn[] = []
  let cancelRetry: Cancel | undefined

  const owing = (): readonly CheckIn[] => {
    const { checkIns = [], bookings = [] } = views.live() ?? {}
    const heard = new Set(checkIns.map(({ id }) => id))
    return own.filter((one) => !heard.has(checkInIdOf(one)) && stillCounts(one, bookings, clock.now()))
  }
  const send = (checkIn: CheckIn): void => {
    const id = checkInIdOf(checkIn)
    if (clock.elapsed() - (sentAt.get(id) ?? -Infinity) < patience) return
    const { isPresumed: _, ...event } = checkIn
    const payload = encodeMessage({ v: lineVersion, id, kind: 'checkIn', ...event })
    if (!payload.ok) return
    sentAt.set(id, clock.elapsed())
    void line.publish({ ...messages.event, topic: fromTopic(door, 'event'), payload: payload.value })
  }
  const look = (): void => {
    cancelRetry?.()
    cancelRetry = undefined
    // Without a living hub the check-in would not be committed.
    if (views.live() === undefined) return
    const missing = owing()
    missing.forEach(send)
    if (missing.length > 0) cancelRetry = clock.after(patience, look)
  }
  return {
    heard: () => (views.live()?.checkIns ?? []).map(withoutId),
    onNews: views.onChange,
    outbox: () => owing().length,
    tell: (checkIns) => {
      own = checkIns
      const ids = new Set(own.map(checkInIdOf))
      for (const id of sentAt.keys()) if (!ids.has(id)) sentAt.delete(id)
      look()
    },
  }
}

function withoutId(heard: RoomView['checkIns'][number]): SharedCheckIn {
  const { id: _, ...checkIn } = heard
  return checkIn
}
