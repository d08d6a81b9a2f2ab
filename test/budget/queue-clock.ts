import type { Clock } from '../../engine/ports.ts'
import { type Instant, instantOf, plus } from '../../shared/time/time.ts'

export interface QueueClock extends Clock {
  /** Lets everything happen that is due until then, in order; promises settle after each. */
  readonly runUntil: (end: Instant) => Promise<void>
}

interface Timer {
  readonly due: number
  readonly order: number
  run: (() => void) | undefined
}

/** Virtual time for a thousand panels: a heap of timers, where the tests' own clock sorts a list at each step. */
export function createQueueClock(start: Instant): QueueClock {
  const heap: Timer[] = []
  let passed = 0
  let orders = 0

  return {
    now: () => plus(start, passed),
    elapsed: () => passed,
    error: () => 0,
    hear: () => true,
    isWholeSince: () => true,
    onLeap: () => () => undefined,
    after(ms, run) {
      const timer: Timer = { due: passed + Math.max(ms, 0), order: (orders += 1), run }
      push(heap, timer)
      return () => (timer.run = undefined)
    },
    async runUntil(end) {
      await promisesSettled()
      for (let first = heap[0]; first && plus(start, first.due) <= end; first = heap[0]) {
        pop(heap)
        if (first.run === undefined) continue
        passed = first.due
        first.run()
        // oxlint-disable-next-line no-await-in-loop -- one thing after the other is what time is
        await promisesSettled()
      }
      passed = instantOf(end) - start
    },
  }
}

/** The event loop turns only once all promises that can go on have gone on. */
const promisesSettled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const isBefore = (one: Timer, other: Timer): boolean =>
  one.due < other.due || (one.due === other.due && one.order < other.order)

function push(heap: Timer[], timer: Timer): void {
  let place = heap.length
  heap.push(timer)
  for (let above = (place - 1) >> 1; place > 0; above = (place - 1) >> 1) {
    const parent = heap[above]
    if (parent === undefined || !isBefore(timer, parent)) break
    heap[place] = parent
    place = above
  }
  heap[place] = timer
}

function pop(heap: Timer[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let place = 0
  for (let child = smallerChild(heap, 0); child !== undefined; child = smallerChild(heap, place)) {
    const timer = heap[child]
    if (timer === undefined || !isBefore(timer, last)) break
    heap[place] = timer
    place = child
  }
  heap[place] = last
}

function smallerChild(heap: readonly Timer[], place: number): number | undefined {
  const left = heap[2 * place + 1]
  const right = heap[2 * place + 2]
  if (left === undefined) return undefined
  return right !== undefined && isBefore(right, left) ? 2 * place + 2 : 2 * place + 1
}
