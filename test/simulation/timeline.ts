/** True time, which nobody in the simulation can read but the world itself. It moves from event to event. */
export interface Timeline {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs `run` once, `ms` from now. Gives back how to cancel it. */
  readonly after: (ms: number, run: () => void) => () => void
  /** Lets all events up to `end` happen, each with everything that follows from it at once. */
  readonly runUntil: (end: number, afterEach: () => void) => Promise<void>
}

interface Entry {
  readonly due: number
  readonly order: number
  run: (() => void) | undefined
}

export function createTimeline(begin: number): Timeline {
  const heap: Entry[] = []
  let now = begin
  let order = 0
  return {
    now: () => now,
    after: (ms, run) => {
      const entry: Entry = { due: now + Math.max(ms, 0), order: (order += 1), run }
      push(heap, entry)
      return () => (entry.run = undefined)
    },
    async runUntil(end, afterEach) {
      await promisesSettled()
      for (let first = heap[0]; first !== undefined && first.due <= end; first = heap[0]) {
        pop(heap)
        if (first.run === undefined) continue
        now = first.due
        first.run()
        // oxlint-disable-next-line no-await-in-loop -- one event after the other is what this is about
        await promisesSettled()
        afterEach()
      }
      now = end
    },
  }
}

/** The event loop turns only once all promises that can go on have gone on. */
const promisesSettled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const isBefore = (one: Entry, other: Entry): boolean =>
  one.due < other.due || (one.due === other.due && one.order < other.order)

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length
  heap.push(entry)
  for (let above = (at - 1) >> 1; at > 0 && isBefore(entry, at0(heap, above)); above = (at - 1) >> 1) {
    heap[at] = at0(heap, above)
    at = above
  }
  heap[at] = entry
}

function pop(heap: Entry[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let at = 0
  for (let below = 1; below < heap.length; below = 2 * at + 1) {
    if (below + 1 < heap.length && isBefore(at0(heap, below + 1), at0(heap, below))) below += 1
    if (!isBefore(at0(heap, below), last)) break
    heap[at] = at0(heap, below)
    at = below
  }
  heap[at] = last
}

function at0(heap: readonly Entry[], index: number): Entry {
  const entry = heap[index]
  if (entry === undefined) throw new RangeError('Outside of the heap')
  return entry
}
