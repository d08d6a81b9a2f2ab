import type { Snapshot } from '../../shared/domain/snapshot.ts'
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

export const wordsIn: Readonly<Record<Snapshot['locale'], Words>> = {
  'zh-CN': zhCN,
  'en-US': enUS,
  'ja-JP': jaJP,
}

/** In the order in which they follow each other at the door. */
export const locales: readonly Snapshot['locale'][] = ['zh-CN', 'en-US', 'ja-JP']

export function createLanguage(locale: Snapshot['locale'], timeZone: string): Language {
  return { words: wordsIn[locale], formats: createFormats(locale, timeZone) }
}
