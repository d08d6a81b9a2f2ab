import { seconds } from '../time/time.ts'
import type { Pulse } from './door-messages.ts'
import type { RoomView } from './view.ts'

/** The messages that a door has heard from its hub. */
export interface ViewState {
  readonly view?: RoomView
  /** The last sign of life of the hub with the highest epoch, and when it came by the monotonic clock, ms. */
  readonly pulse?: { readonly epoch: number; readonly heardAt: number }
}

export type ViewEvent =
  | { readonly kind: 'view'; readonly view: RoomView }
  | { readonly kind: 'pulse'; readonly pulse: Pulse; readonly elapsed: number }
  /** The tablet slept, or the clock can't say how long ago the pulse was. */
  | { readonly kind: 'timeLost' }

/** How long a pulse says that its hub's view is kept up, ms: three pulses. */
export const pulseServesFor = seconds(15)

/** The same object if the event is none: an older view, or the pulse of a hub that no longer leads. */
export function viewStateAfter(state: ViewState, event: ViewEvent): ViewState {
  switch (event.kind) {
    case 'view':
      return isHigher(event.view, state.view) ? { ...state, view: event.view } : state
    case 'pulse': {
      const { epoch } = event.pulse
      const heardAt = event.elapsed
      return epoch < (state.pulse?.epoch ?? 0) ? state : { ...state, pulse: { epoch, heardAt } }
    }
    case 'timeLost':
      return state.view === undefined ? {} : { view: state.view }
  }
}

/**
 * The view, if it is a present one: the hub that wrote it lives. A retained view is past until then, however
 * young it says that it is.
 */
export function liveView({ view, pulse }: ViewState, elapsed: number): RoomView | undefined {
  if (view === undefined || pulse === undefined || pulse.epoch !== view.epoch) return undefined
  return elapsed - pulse.heardAt <= pulseServesFor ? view : undefined
}

const isHigher = (next: RoomView, known: RoomView | undefined): boolean =>
  known === undefined || next.epoch > known.epoch || (next.epoch === known.epoch && next.seq > known.seq)
