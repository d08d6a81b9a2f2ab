/**
 * Remembers the last answer, and returns it while the arguments are identical (`Object.is`). This is safe
 * because the domain's values are never changed, only replaced.
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
