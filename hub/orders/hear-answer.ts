import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import { messages, picture } from '../../shared/line/messages.ts'
import type { OrderFault, Told } from '../../shared/line/told.ts'
import { fromTopic } from '../../shared/line/topics.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { seconds } from '../../shared/time/time.ts'

/** What came of an order at its door. `restarting`: its program ends, and begins anew. */
export type OrderResult =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'picture'; readonly jpeg: Uint8Array }
  | { readonly kind: 'restarting' }

export interface HearAnswerParts {
  readonly line: Line
  readonly clock: Pick<Clock, 'after'>
}

export interface HeardAnswer {
  /** Whether the door has taken the order up in time. */
  readonly taken: Promise<boolean>
  /** `noAnswer`: it has said no more. */
  readonly came: Promise<Result<OrderResult, { readonly code: OrderFault | 'noAnswer' }>>
  readonly stop: Cancel
}

/** How long to wait for the door to take the order up, ms. The door can do so until the order expires. */
const patience = seconds(15)
/** How long for the rest, ms: a door may begin at the last moment, and examines itself for some seconds. */
const longest = messages.order.expiry + seconds(30)

/** Hears what a door says of the order with this id. */
export function hearAnswer({ line, clock }: HearAnswerParts, door: string, id: string): HeardAnswer {
  const stops: Cancel[] = []
  const stop = (): void => stops.forEach((end) => end())
  const [taken, came] = [promised<boolean>(), promised<Awaited<HeardAnswer['came']>>()]
  const parts = new Map<number, readonly string[]>()
  const end = (answer: Awaited<HeardAnswer['came']>): void => {
    taken.resolve(true)
    came.resolve(answer)
  }
  const hear = (told: Told): void => {
    if (told.kind === 'failed') return end(err({ code: told.fault }))
    if (told.kind === 'restarting') return end(ok(told))
    parts.set(told.part, told.lines)
    if (parts.size < told.parts) return
    const inOrder = [...parts].toSorted(([one], [other]) => one - other)
    end(ok({ kind: 'lines', lines: inOrder.flatMap(([, lines]) => lines) }))
  }
  stops.push(
    line.subscribe(fromTopic(door, 'reported'), ({ payload }) => {
      const report = parseMessage('reported', payload)
      if (report.ok && report.value.order === id) taken.resolve(true)
    }),
    line.subscribe(fromTopic(door, 'told'), ({ payload }) => {
      const told = parseMessage('told', payload)
      if (told.ok && told.value.re === id) hear(told.value)
    }),
    line.subscribe(fromTopic(door, 'picture'), ({ bytes, correlation }) => {
      if (correlation !== id) return
      end(isPicture(bytes) ? ok({ kind: 'picture', jpeg: bytes }) : err({ code: 'noPicture' }))
    }),
    clock.after(patience, () => taken.resolve(false)),
    clock.after(longest, () => came.resolve(err({ code: 'noAnswer' }))),
  )
  void taken.promise.then((isTaken) => (isTaken ? undefined : stop()))
  return { taken: taken.promise, came: came.promise.finally(stop), stop }
}

/** A door's bytes go to a file and to browsers: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.1. */
const isPicture = (bytes: Uint8Array): boolean =>
  bytes.length <= picture.longest && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

function promised<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  const told: ((value: T) => void)[] = []
  const promise = new Promise<T>((resolve) => told.push(resolve))
  return { promise, resolve: (value) => told.forEach((resolve) => resolve(value)) }
}
