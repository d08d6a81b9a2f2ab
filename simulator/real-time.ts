/** Real time, for a simulator that runs by itself. The client's clock is not used: the two share nothing. */
export const realTime = {
  /** Epoch ms. */
  now: (): number => Date.now(),
  /** Runs `run` once after `ms`, and gives back how to cancel it. */
  after: (ms: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
