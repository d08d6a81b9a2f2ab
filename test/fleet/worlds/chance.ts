import { dice } from '../../support/dice.ts'

/** What a world draws, the same for the same seed every time. */
export interface Chance {
  /** Whether it happens, of which `share` from 0 to 1 do. */
  readonly isLikely: (share: number) => boolean
  /** From 0 up to `most`. */
  readonly upTo: (most: number) => number
  /** Whole ms, from 0 up to `ms`. */
  readonly within: (ms: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined
}

export function chanceOf(seed: number): Chance {
  const random = dice(seed)
  return {
    isLikely: (share) => random() < share,
    upTo: (most) => random() * most,
    within: (ms) => Math.floor(random() * ms),
    pick: (items) => items[Math.floor(random() * items.length)],
  }
}
