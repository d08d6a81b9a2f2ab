const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i

/** The platform lives in China: it prints every time, and turns every month, at this offset (ms). */
export const CHINA_OFFSET = 8 * 3_600_000

/** The moment that an RFC 3339 text names, or undefined. A `+` that was not encoded arrives as a blank and names none. */
export const parseRfc3339 = (text: string): number | undefined => {
  const epochMs = RFC3339.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(epochMs) ? undefined : epochMs
}

/** Prints times as the platform does. A simulated day asks for the same ones again and again: they are spelt out once. */
export const createTimePrinter = (): ((epochMs: number) => string) => {
  const known = new Map<number, string>()
  return (epochMs) => {
    const text = known.get(epochMs) ?? timeText(epochMs)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(epochMs, text)
    return text
  }
}

const MOST_KNOWN = 5000

const timeText = (epochMs: number): string =>
  `${new Date(epochMs + CHINA_OFFSET).toISOString().slice(0, 19)}+08:00`
