const formats = new Map<string, Intl.DateTimeFormat>()

/** The date there. */
export const dayIn = (timeZone: string, moment: number): string =>
  formatFor(timeZone).format(moment).slice(0, 10)

/** Ms since midnight there, to the second, on a day without a change of the clocks. */
export function timeOfDay(timeZone: string, moment: number): number {
  const [hour = 0, minute = 0, second = 0] = formatFor(timeZone)
    .format(moment)
    .slice(-8)
    .split(':')
    .map(Number)
  return ((hour * 60 + minute) * 60 + second) * 1000
}

/** 2026-11-30, 09:05:00 */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
  formats.set(timeZone, format)
  return format
}
