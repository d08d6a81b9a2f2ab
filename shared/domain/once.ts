/**
 * Works something out once for as long as it is asked about the very same things. All that the domain knows is never
 * changed but replaced, so the same things give the same answer.
 */
export function once<Things extends readonly unknown[], Answer>(
  workOut: (...things: Things) => Answer,
): (...things: Things) => Answer {
  let last: { readonly things: Things; readonly answer: Answer } | undefined
  return (...things) => {
    const known = last
    if (known !== undefined && things.every((thing, index) => Object.is(thing, known.things[index])))
      return known.answer
    const answer = workOut(...things)
    last = { things, answer }
    return answer
  }
}
