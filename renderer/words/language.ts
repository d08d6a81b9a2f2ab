import type { Locale } from '../../shared/languages/locales.ts'
import type { Words } from '../../shared/languages/words.ts'
import { createFormats, type Formats, type FormatsParts } from './formats.ts'

/** The panel's language at this door. */
export interface Language {
  readonly words: Words
  readonly formats: Formats
}

export interface LanguageParts extends Omit<FormatsParts, 'writing'> {
  readonly locale: Locale
  readonly words: Words
}

export function createLanguage({ words, ...parts }: LanguageParts): Language {
  return { words, formats: createFormats({ ...parts, writing: words.writing }) }
}
