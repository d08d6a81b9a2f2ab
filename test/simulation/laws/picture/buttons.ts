import type { Snapshot } from '../../../../shared/snapshot/snapshot.ts'

/**
 * The check-in buttons that a visitor could see and touch, in true time, across the lives of the program: the
 * world's own record, made only from the page's content, not from the panel's reports.
 */
export interface Buttons {
  /** To be called whenever what people can see or touch may be other than before. */
  readonly look: (seen: Snapshot | undefined) => void
  /** The longest time from one moment to another in which this booking had no button. Ms. */
  readonly longestGap: (name: string, from: number, to: number) => number
  /** For how long around a moment it had none; 0 if it had one. Ms. */
  readonly gapAround: (name: string, moment: number, notBefore: number, now: number) => number
  readonly isThere: (name: string) => boolean
}

/** From a moment to another one; open, as long as the button is there. */
interface Stretch {
  readonly from: number
  to: number | undefined
}

export function createButtons(now: () => number): Buttons {
  const known = new Map<string, Stretch[]>()
  const open = new Map<string, Stretch>()

  const stretchesOf = (name: string): Stretch[] => {
    const stretches = known.get(name) ?? []
    known.set(name, stretches)
    return stretches
  }
  return {
    look(seen) {
      const names = namesIn(seen)
      for (const [name, stretch] of open) {
        if (names.includes(name)) continue
        stretch.to = now()
        open.delete(name)
      }
      for (const name of names) {
        if (open.has(name)) continue
        const stretch = { from: now(), to: undefined }
        open.set(name, stretch)
        stretchesOf(name).push(stretch)
      }
    },
    longestGap(name, from, to) {
      let longest = 0
      let last = from
      for (const stretch of known.get(name) ?? []) {
        if (stretch.from > to) break
        longest = Math.max(longest, stretch.from - last)
        last = Math.max(last, stretch.to ?? to)
      }
      return Math.max(longest, to - last)
    },
    gapAround(name, moment, notBefore, until) {
      let begin = notBefore
      for (const { from, to = Infinity } of known.get(name) ?? []) {
        if (from > moment) return from - begin
        if (to > moment) return 0
        begin = Math.max(begin, to)
      }
      return until - begin
    },
    isThere: (name) => open.has(name),
  }
}

/** Beside data that is too old a button is no offer: the door says that it doesn't know. */
const namesIn = (seen: Snapshot | undefined): readonly string[] =>
  seen === undefined || seen.occupancy.kind === 'unknown' || seen.admin.kind !== 'none'
    ? none
    : seen.checkIns.map(({ id }) => id)

const none: readonly string[] = []
