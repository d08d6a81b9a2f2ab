import type { ConsoleView } from '../view.ts'

/** The greatest error: `±40 ms`, `±2.1 s`. */
export function clockText(error: number | undefined, { locale }: ConsoleView['language']): string {
  if (error === undefined) return '–'
  const [value, unit] = error < 1000 ? [error, 'ms'] : [error / 1000, 's']
  return `±${new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value)} ${unit}`
}
