const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i
const DAY = 86_400

/** The platform lives in China: it prints every time, and turns every month, at this offset (ms). */
export const CHINA_OFFSET = 8 * 3_600_000

/** The moment that an RFC 3339 text names, or undefined. A `+` that was not encoded arrives as a blank and names none. */
export const parseRfc3339 = (text: string): number | undefined => {
  const epochMs = RFC3339.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(epochMs) ? undefined : epochMs
}

/** Prints times as the platform does. A simulated year prints millions, so each date is spelt out once and kept. */
export const createTimePrinter = (): ((epochMs: number) => string) => {
  const dates = new Map<number, string>()
  const dateOf = (day: number): string => {
    const known = dates.get(day)
    if (known !== undefined) return known
    const date = new Date(day * DAY * 1000).toISOString().slice(0, 10)
    dates.set(day, date)
    return date
  }
  return (epochMs) => {
    const seconds = Math.floor((epochMs + CHINA_OFFSET) / 1000)
    const day = Math.floor(seconds / DAY)
    const left = seconds - day * DAY
    const clock = `${two(left / 3600)}:${two((left / 60) % 60)}:${two(left % 60)}`
    return `${dateOf(day)}T${clock}+08:00`
  }
}

const two = (number: number): string => (number < 10 ? `0${Math.floor(number)}` : `${Math.floor(number)}`)
