/** Chance from a seed: the same seed throws the same numbers. */
export interface Dice {
  /** 0 ≤ n < 1. */
  readonly next: () => number
  readonly chance: (probability: number) => boolean
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number
  readonly pick: <const T>(of: readonly T[]) => T
}

/** mulberry32 */
export function createDice(seed: number): Dice {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    chance: (probability) => next() < probability,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick(of) {
      const index = Math.floor(next() * of.length)
      for (const picked of of.slice(index, index + 1)) return picked
      throw new RangeError('Nothing to pick from')
    },
  }
}

/** Separate dice for each purpose: draws of one don't change the draws of the others. */
export const diceFor = (seed: number, purpose: number): Dice =>
  createDice(Math.imul(seed, 0x9e3779b1) ^ Math.imul(purpose, 0x85ebca6b))
