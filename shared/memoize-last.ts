/**
 * Works something out once for as long as it is asked about the very same things. All that the domain knows is never
 * changed but replaced, so the same things give the same answer.
 */
export function memoizeLast<Things extends readonly unknown[], Answer>(
  workOut: (...things: Things) => Answer,
): (...things: Things) => Answer {
  let last: { readonly things: Things; readonly answer: Answer } | undefined
  return (...things) => {
    if (last !== undefined && areSame(things, last.things)) return last.answer
    const answer = workOut(...things)
    last = { things, answer }
    return answer
  }
}

function areSame(these: readonly unknown[], those: readonly unknown[]): boolean {
  for (let index = 0; index < these.length; index++) if (!Object.is(these[index], those[index])) return false
  return true
}
