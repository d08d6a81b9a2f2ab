/** The life of a program, which may end between any two of its steps. */
export interface Life {
  readonly isAlive: () => boolean
  readonly end: () => void
  /** Ends by itself after so many more steps: calls of the outside, and what comes back from them. */
  readonly endAfter: (steps: number, andThen: () => void) => void
  /** What runs only if the program still lives by then. */
  readonly step: (run: () => void) => () => void
  /** Does this after the pause, and never if the program is dead by then. */
  readonly doAfter: <Result>(pause: Promise<void> | undefined, act: () => Result) => Promise<Result>
  /** A connection that passes no request and no answer once the program is dead. */
  readonly whileAlive: <Way extends (...input: never[]) => Promise<unknown>>(way: Way) => Way
}

export function createLife(): Life {
  let isAlive = true
  let stepsLeft = Infinity
  let atEnd: () => void = () => undefined

  const goOn = (): boolean => {
    if (!isAlive) return false
    stepsLeft--
    if (stepsLeft >= 0) return true
    isAlive = false
    atEnd()
    return false
  }
  return {
    isAlive: () => isAlive,
    end: () => void (isAlive = false),
    endAfter(steps, andThen) {
      stepsLeft = steps
      atEnd = andThen
    },
    step: (run) => () => {
      if (goOn()) run()
    },
    async doAfter(pause, act) {
      await pause
      return isAlive ? act() : new Promise(() => undefined)
    },
    whileAlive: (way) => {
      const guarded = (...input: never[]): Promise<unknown> =>
        goOn() ? way(...input) : new Promise(() => undefined)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same way, with a guard before it
      return guarded as typeof way
    },
  }
}
