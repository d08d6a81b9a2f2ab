import type { World } from '../world.ts'
import type { Push } from './push.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
/** A callback has so long for its answer, and after a failure it is pushed to again so many times. */
const PATIENCE = 3 * SECOND
const AGAIN = [15 * SECOND, 300 * SECOND, HOUR, 6 * HOUR]

export interface Delivery {
  /** The HTTP status; undefined if no answer came in time. */
  readonly status: number | undefined
  readonly body: string
}

export interface DeliveredPushes {
  /** All tries so far, in the order of their answers. */
  readonly deliveries: readonly Delivery[]
  readonly stop: () => void
}

/** Posts the world's pushes to a callback, and has each store app pushed a ticket each hour. */
export const deliverPushes = (
  world: World,
  callback: string,
  after: (ms: number, run: () => void) => () => void,
): DeliveredPushes => {
  const deliveries: Delivery[] = []
  const waiting = new Set<() => void>()
  const later = (ms: number, run: () => void): void => {
    const cancel = after(ms, () => {
      waiting.delete(cancel)
      run()
    })
    waiting.add(cancel)
  }

  const deliver = async (push: Push, again: readonly number[]): Promise<void> => {
    const delivery = await posted(callback, push)
    deliveries.push(delivery)
    const [pause, ...more] = again
    if (delivery.status !== 200 && pause !== undefined) later(pause, () => void deliver(push, more))
  }
  const eachHour = (): void => {
    world.pushTickets()
    later(HOUR, eachHour)
  }

  const deaf = world.onPush((push) => {
    if (push.delay > 0) later(push.delay, () => void deliver(push, AGAIN))
    else void deliver(push, AGAIN)
  })
  later(HOUR, eachHour)
  return {
    deliveries,
    stop: () => {
      deaf()
      for (const cancel of waiting) cancel()
    },
  }
}

const posted = async (callback: string, { headers, body }: Push): Promise<Delivery> => {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(callback, { method: 'POST', headers, body, redirect: 'error', signal })
    return { status: answer.status, body: await answer.text() }
  } catch {
    return { status: undefined, body: '' }
  }
}
