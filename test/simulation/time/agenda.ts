/** Something that will happen. */
export interface Entry {
  readonly due: number
  /** Of two at the same time the one that was entered first comes first. */
  readonly order: number
  /** Undefined once it was struck out. */
  run: (() => void) | undefined
}

/** What is to happen, in its order: a binary heap. */
export function createAgenda() {
  const heap: Entry[] = []
  let entered = 0

  return {
    enter: (due: number, run: () => void): Entry => {
      const entry = { due, order: (entered += 1), run }
      heap.push(entry)
      rise(heap, heap.length - 1)
      return entry
    },
    /** The earliest entry that was not struck out, if it is due by `end`. */
    take: (end: number): Entry | undefined => {
      for (let first = heap[0]; first !== undefined && first.due <= end; first = heap[0]) {
        const last = heap.pop()
        if (last !== undefined && last !== first) {
          heap[0] = last
          sink(heap)
        }
        if (first.run !== undefined) return first
      }
      return undefined
    },
  }
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.due < other.due || (one.due === other.due && one.order < other.order)

function rise(heap: Entry[], from: number): void {
  const entry = heap[from]
  if (entry === undefined) return
  let index = from
  while (index > 0) {
    const above = (index - 1) >> 1
    const parent = heap[above]
    if (parent === undefined || !isBefore(entry, parent)) return
    heap[index] = parent
    index = above
    heap[index] = entry
  }
}

function sink(heap: Entry[]): void {
  const entry = heap[0]
  if (entry === undefined) return
  for (let index = 0; ;) {
    const left = 2 * index + 1
    const one = heap[left]
    const other = heap[left + 1]
    const child = one && other && isBefore(other, one) ? other : one
    if (child === undefined || !isBefore(child, entry)) return
    heap[index] = child
    index = child === one ? left : left + 1
    heap[index] = entry
  }
}
