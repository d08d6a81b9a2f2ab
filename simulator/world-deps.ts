export interface WorldDeps {
  /** Epoch ms, fractions too: the platform's own clock. */
  readonly now: () => number
  /** 0 ≤ n < 1. The same numbers give the same world. */
  readonly random: () => number
}
