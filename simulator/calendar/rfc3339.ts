const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i

/** The platform lives in China: it prints every time, and turns every month, at this offset (ms). */
export const CHINA_OFFSET = 8 * 3_600_000

/** The moment that an RFC 3339 text names, or undefined. A `+` that was not encoded arrives as a blank and names none. */
export const parseRfc3339 = remembered((text: string): number | undefined => {
  const epochMs = RFC3339.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(epochMs) ? undefined : epochMs
})

/** Prints times as the platform does. */
export const printTime = remembered(
  (epochMs: number): string => `${new Date(epochMs + CHINA_OFFSET).toISOString().slice(0, 19)}+08:00`,
)

const MOST_KNOWN = 5000

/** A simulated day asks for the same times repeatedly, so each result is computed once. */
function remembered<Key, Answer>(workOut: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, { readonly answer: Answer }>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before.answer
    if (known.size >= MOST_KNOWN) known.clear()
    const answer = workOut(key)
    known.set(key, { answer })
    return answer
  }
}
