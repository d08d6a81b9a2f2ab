/** Work that is done one piece after the other, in the order in which it came. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** `between` is done between two pieces. */
export function createTurns(between: () => Promise<unknown> = async () => undefined): InTurn {
  let turn: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = Promise.allSettled([turn]).then(work)
    turn = Promise.allSettled([done]).then(between)
    return done
  }
}
