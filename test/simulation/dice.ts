/** Chance, from a seed: the same seed throws the same. */
export interface Dice {
  /** 0 up to 1. */
  readonly random: () => number
  readonly chance: (probability: number) => boolean
  /** A whole number from `least` to `most`, both possible. */
  readonly whole: (least: number, most: number) => number
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T
}

/** mulberry32 */
export function createDice(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    random,
    chance: (probability) => random() < probability,
    whole: (least, most) => least + Math.floor(random() * (most - least + 1)),
    pick: (choices) => choices[Math.floor(random() * choices.length)] ?? choices[0],
  }
}
