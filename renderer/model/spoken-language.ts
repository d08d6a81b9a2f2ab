import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Locale, locales } from '../../shared/languages/locales.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { seconds } from '../../shared/time/time.ts'
import type { Now } from '../now.ts'
import type { Catalogues } from '../words/catalogues.ts'
import { createLanguage, type Language } from '../words/language.ts'
import { createCountdown } from './countdown.ts'

/** The language at this door: the configured one, or for a while the one that a visitor asked for. */
export interface SpokenLanguage {
  /** Undefined before the first snapshot. */
  readonly language: ReadonlySignal<Language | undefined>
  readonly locale: ReadonlySignal<Locale | undefined>
  /** The languages that a visitor can ask for, each with its own name. */
  readonly others: ReadonlySignal<readonly OfferedLanguage[]>
  /** Whether a visitor's language is on for a while. */
  readonly isCounting: ReadonlySignal<boolean>
  readonly speak: (locale: Locale) => void
  /** The visitor is still there, so their language stays for another `stays`. */
  readonly keep: () => void
}

export interface OfferedLanguage {
  readonly locale: Locale
  readonly name: string
}

export interface SpokenLanguageParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
  readonly catalogues: Catalogues
}

/** How long a language that was asked for stays after the last touch, ms. */
const stays = seconds(30)

export function createSpokenLanguage({ snapshot, now, catalogues }: SpokenLanguageParts): SpokenLanguage {
  const asked = signal<Locale | undefined>(undefined)
  const isAsked = createCountdown(now)
  const configured = computed(() => snapshot.value?.locale)
  const locale = computed(() => (isAsked.isOn.value ? asked.value : configured.value))
  const timeZone = computed(() => snapshot.value?.timeZone ?? 'UTC')
  return {
    locale,
    // Made again only when locale or time zone change, because formatters are slow to make.
    language: computed(() => {
      if (locale.value === undefined) return undefined
      const words = catalogues.loaded.value.get(locale.value)
      return words && createLanguage(locale.value, words, timeZone.value)
    }),
    others: computed(() =>
      locales.flatMap((other) => {
        const words = catalogues.loaded.value.get(other)
        return words === undefined || other === locale.value ? [] : [{ locale: other, name: words.name }]
      }),
    ),
    isCounting: isAsked.isOn,
    speak: (other) => {
      asked.value = other
      isAsked.begin(stays)
    },
    keep: () => {
      if (isAsked.isOn.value) isAsked.begin(stays)
    },
  }
}
