import { createFormats, type Formats } from '../../renderer/words/formats.ts'
import type { Locale } from '../../shared/languages/locales.ts'
import type { Words } from '../../shared/languages/words.ts'

const files = import.meta.glob<{ readonly words: Words }>('../../shared/languages/*/words.ts', {
  eager: true,
})

/** All that the page says in a language. */
export function wordsOf(locale: Locale): Words {
  const file = files[`../../shared/languages/${locale}/words.ts`]
  if (file === undefined) throw new Error(`There is no shared/languages/${locale}/words.ts`)
  return file.words
}

/** How a language writes by a clock of 24 hours. */
export const formatsIn = (locale: Locale, timeZone: string): Formats =>
  createFormats({ locale, timeZone, writing: wordsOf(locale).writing, hourCycle: 24 })
