import { type LineFault, parseMessage } from '../../../shared/line/codec.ts'
import { pulseTopic, toTopic } from '../../../shared/line/topics.ts'
import type { RoomView } from '../../../shared/line/view.ts'
import {
  liveView,
  pulseServesFor,
  type ViewEvent,
  type ViewState,
  viewStateAfter,
} from '../../../shared/line/view-state.ts'
import type { IncomingMessage } from '../../broker.ts'
import type { Line } from '../../line/line.ts'
import type { Cancel, Clock, Log } from '../../ports.ts'

/** The views of its room that this door has heard. */
export interface HeardViews {
  /** The room as the hub keeps it up now; undefined if the last view is past. */
  readonly live: () => RoomView | undefined
  /** Calls `run` after each change of `live`. */
  readonly onChange: (run: () => void) => Cancel
}

export interface HeardViewsParts {
  readonly line: Line
  /** This door's id. */
  readonly door: string
  /** The id of the only room of which views count. Without it those of any do. */
  readonly room?: string
  readonly clock: Clock
  readonly log: Log
}

export function hearViews({ line, door, room, clock, log }: HeardViewsParts): HeardViews {
  const listeners = new Set<() => void>()
  let state: ViewState = {}
  let told: RoomView | undefined
  let cancelTimer: Cancel | undefined

  const live = (): RoomView | undefined => {
    const { pulse } = state
    if (pulse !== undefined && !clock.isWholeSince(pulse.heardAt))
      state = viewStateAfter(state, { kind: 'timeLost' })
    return liveView(state, clock.elapsed())
  }
  const look = (): void => {
    const before = told
    told = live()
    if (told !== before) for (const run of listeners) run()
  }
  const apply = (event: ViewEvent): void => {
    state = viewStateAfter(state, event)
    look()
    if (event.kind !== 'pulse') return
    cancelTimer?.()
    cancelTimer = clock.after(pulseServesFor + 1, look)
  }
  const misunderstood = ({ topic }: IncomingMessage, fault: LineFault): void =>
    log.warn('line.not-understood', { topic, ...fault })

  line.subscribe(toTopic(door, 'room'), (message) => {
    const view = parseMessage('room', message.payload)
    if (!view.ok) return misunderstood(message, view.error)
    if (room !== undefined && view.value.room.id !== room)
      return log.warn('line.other-room', { room: view.value.room.id })
    apply({ kind: 'view', view: view.value })
  })
  line.subscribe(pulseTopic, (message) => {
    const pulse = parseMessage('pulse', message.payload)
    // The broker keeps no pulse, so a retained one is no sign of life.
    if (message.isRetained) return
    if (pulse.ok) apply({ kind: 'pulse', pulse: pulse.value, elapsed: clock.elapsed() })
    else misunderstood(message, pulse.error)
  })
  clock.onLeap(look)

  return {
    live,
    onChange: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }
}
