/** A moment that a clock may have taken for another one up to `error` ms away. */
export interface Around {
  readonly now: number
  readonly error: number
}

/** Whether a stay runs at some moment around. */
export const holdsAround = (stay: { readonly start: number; readonly end: number }, { now, error }: Around) =>
  stay.start <= now + error && now - error < stay.end

/** Whether a stay runs at every moment around. */
export const holdsThroughout = (
  stay: { readonly start: number; readonly end: number },
  { now, error }: Around,
) => stay.start <= now - error && now + error < stay.end
