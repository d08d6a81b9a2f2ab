/**
 * Real time, for a simulator on its own. It does not use the client's clock, because the two share no code.
 */
export const realTime = {
  /** Epoch ms. */
  now: (): number => Date.now(),
  /** Runs `run` once after `ms`. Returns the function that cancels it. */
  after: (ms: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
