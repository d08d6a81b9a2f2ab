import type { Locale } from '../../shared/languages/locales.ts'
import type { Words } from '../../shared/languages/words.ts'
import { createFormats, type Formats } from './formats.ts'

/** The panel's language at this door. */
export interface Language {
  readonly words: Words
  readonly formats: Formats
}

export function createLanguage(locale: Locale, words: Words, timeZone: string): Language {
  return { words, formats: createFormats(locale, timeZone) }
}
