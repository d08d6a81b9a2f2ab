import { type ReadonlySignal, signal } from '@preact/signals'
import type { OrderKind } from '../../shared/line/door-messages.ts'
import type { Result } from '../../shared/result.ts'
import type { Answer, Hub, Session } from '../ask-hub.ts'

/** An order to a door, from the tap to its answer. `sure`: a restart waits for a second tap. */
export interface Order {
  readonly door: string
  readonly kind: OrderKind
  readonly state: 'sure' | 'underWay' | Result<Answer, string>
}

/** What people who are signed in can do. */
export interface DeskModel {
  /** Undefined until the hub has said who is signed in. */
  readonly session: ReadonlySignal<Session | undefined>
  readonly order: ReadonlySignal<Order | undefined>
  readonly give: (door: string, kind: OrderKind) => Promise<void>
}

export function createDeskModel(hub: Hub): DeskModel {
  const session = signal<Session | undefined>(undefined)
  const order = signal<Order | undefined>(undefined)
  const look = async (): Promise<void> => {
    const answer = await hub.session()
    if (answer.ok) session.value = answer.value
  }
  void look()
  return {
    session,
    order,
    give: async (door, kind) => {
      const before = order.peek()
      if (before?.state === 'underWay') return
      const isSure = before?.state === 'sure' && before.door === door && before.kind === kind
      if (kind === 'restart' && !isSure) {
        order.value = { door, kind, state: 'sure' }
        return
      }
      order.value = { door, kind, state: 'underWay' }
      const answer = await hub.order(door, kind)
      order.value = { door, kind, state: answer }
      if (!answer.ok && answer.error === 'notSignedIn') await look()
    },
  }
}
