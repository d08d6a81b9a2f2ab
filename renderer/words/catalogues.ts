import { type ReadonlySignal, signal } from '@preact/signals'
import type { Locale } from '../../shared/languages/locales.ts'
import type { Words } from '../../shared/languages/words.ts'

/** Rejects if the language's file can't be read. */
export type LoadWords = (locale: Locale) => Promise<Words>

/** The loaded words of the languages. */
export interface Catalogues {
  readonly loaded: ReadonlySignal<ReadonlyMap<Locale, Words>>
  /** Asks for the words of a language once. Rejects as its file does. */
  readonly load: (locale: Locale) => Promise<void>
}

export function createCatalogues(loadWords: LoadWords): Catalogues {
  const loaded = signal<ReadonlyMap<Locale, Words>>(new Map())
  const loads = new Map<Locale, Promise<void>>()
  const load = async (locale: Locale): Promise<void> => {
    const words = await loadWords(locale)
    loaded.value = new Map([...loaded.value, [locale, words]])
  }
  return {
    loaded,
    load: (locale) => {
      const underWay = loads.get(locale) ?? load(locale)
      loads.set(locale, underWay)
      return underWay
    },
  }
}

const files = import.meta.glob<{ readonly words: Words }>('../../shared/languages/*/words.ts')

/** Loads a language's words from its own file, when the door first needs them. */
export async function loadWords(locale: Locale): Promise<Words> {
  const [, load] = Object.entries(files).find(([file]) => file.endsWith(`/${locale}/words.ts`)) ?? []
  if (load === undefined) throw new Error(`The page has no words for ${locale}`)
  const { words } = await load()
  return words
}
