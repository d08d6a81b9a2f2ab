/** Work that is done one piece after the other, in the order in which it came. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

export function createTurns(): InTurn {
  let turn: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = Promise.allSettled([turn]).then(work)
    turn = done
    return done
  }
}
