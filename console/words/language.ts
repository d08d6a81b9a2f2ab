import { createFormats, type Formats } from '../../renderer/words/formats.ts'
import type { AdviceWords } from '../../shared/languages/advice-words.ts'
import type { Words } from '../../shared/languages/words.ts'
import { minutes, seconds } from '../../shared/time/time.ts'
import type { ConsoleWords } from './console-words.ts'

/** All that the page says in one language, and how it writes times in it. */
export interface ConsoleLanguage {
  readonly locale: ConsoleLocale
  readonly words: ConsoleWords
  /** The doors' own: the states and the problems have the names that people read there. */
  readonly doorWords: Words
  readonly advice: AdviceWords
  readonly formats: Formats
  readonly age: (ms: number) => string
}

const consoleLocales = ['en-US', 'ja-JP', 'zh-CN'] as const
type ConsoleLocale = (typeof consoleLocales)[number]

/** The first of a browser's languages that the console speaks, else English. */
export const localeFor = (languages: readonly string[]): ConsoleLocale =>
  languages
    .map((wanted) => consoleLocales.find((locale) => locale.slice(0, 2) === wanted.slice(0, 2)))
    .find((locale) => locale !== undefined) ?? 'en-US'

const own = import.meta.glob<{ readonly words: ConsoleWords }>(['./en-US.ts', './ja-JP.ts', './zh-CN.ts'])
const doors = import.meta.glob<{ readonly words: Words }>(
  '../../shared/languages/{en-US,ja-JP,zh-CN}/words.ts',
)
const advices = import.meta.glob<{ readonly advice: AdviceWords }>(
  '../../shared/languages/{en-US,ja-JP,zh-CN}/advice.ts',
)

/** Loads a language's files. Rejects if they can't be read. */
export async function loadLanguage(locale: ConsoleLocale, timeZone: string): Promise<ConsoleLanguage> {
  const [mine, theirs, advised] = await Promise.all([
    loaded(own, locale),
    loaded(doors, locale),
    loaded(advices, locale),
  ])
  const formats = createFormats({ locale, timeZone, writing: theirs.words.writing })
  return {
    locale,
    words: mine.words,
    doorWords: theirs.words,
    advice: advised.advice,
    formats,
    age: (ms) =>
      ms < minutes(1) ? formats.seconds(Math.max(Math.floor(ms / seconds(1)), 0)) : formats.duration(ms),
  }
}

function loaded<File>(files: Readonly<Record<string, () => Promise<File>>>, locale: string): Promise<File> {
  const [, load] = Object.entries(files).find(([file]) => file.includes(locale)) ?? []
  if (load === undefined) throw new Error(`The console has no words for ${locale}`)
  return load()
}
