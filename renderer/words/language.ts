import type { Locale } from '../../shared/appearance/locale.ts'
import { enUS } from './en-US.ts'
import { createFormats, type Formats } from './formats.ts'
import { jaJP } from './ja-JP.ts'
import type { Words } from './words.ts'
import { zhCN } from './zh-CN.ts'

/** How the panel speaks at this door. */
export interface Language {
  readonly words: Words
  readonly formats: Formats
}

export const wordsIn: Readonly<Record<Locale, Words>> = {
  'zh-CN': zhCN,
  'en-US': enUS,
  'ja-JP': jaJP,
}

export function createLanguage(locale: Locale, timeZone: string): Language {
  return { words: wordsIn[locale], formats: createFormats(locale, timeZone) }
}
