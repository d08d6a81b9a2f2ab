import type { OrderHandlers } from '../../../engine/it-desk.ts'
import { ok } from '../../../shared/result.ts'

/** Begins as every JPEG file does. */
export const aJpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0x80, 0xff, 0])

/** Handlers that note what was ordered, and answer at once, unless the test says otherwise. */
export function notingHandlers(over: Partial<OrderHandlers> = {}) {
  const orders: string[] = []
  const noting =
    <Answer>(kind: string, answer: Answer) =>
    () => {
      orders.push(kind)
      return answer
    }
  const handlers: OrderHandlers = {
    picture: noting('picture', Promise.resolve(ok(aJpeg))),
    doctor: noting('doctor', Promise.resolve(['broker: ok', 'login: ok'])),
    logs: noting('logs', Promise.resolve(ok(['{"event":"panel.begun"}']))),
    restart: noting('restart', undefined),
    ...over,
  }
  return { orders, handlers }
}
