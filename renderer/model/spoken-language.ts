import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Locale } from '../../shared/languages/locales.ts'
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
  /** The languages that a visitor can choose from, including the current one, each with its own name. */
  readonly offered: ReadonlySignal<readonly OfferedLanguage[]>
  /** Whether the page shows the languages to choose from. */
  readonly isChoosing: ReadonlySignal<boolean>
  /** Whether one of the countdowns here runs: of a visitor's language, or of the choice. */
  readonly isCounting: ReadonlySignal<boolean>
  /** Shows the offered languages for a while, or takes them away again. */
  readonly choose: () => void
  readonly speak: (locale: Locale) => void
  /** The visitor is still there, so their language stays for another `stays`. */
  readonly keep: () => void
}

export interface OfferedLanguage {
  readonly locale: Locale
  readonly name: string
  readonly isSpoken: boolean
}

export interface SpokenLanguageParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  readonly now: Now
  readonly catalogues: Catalogues
}

/** How long a language that was asked for stays after the last touch, ms. */
const stays = seconds(30)
/** How long the languages are shown to choose from, ms: they stand where the state does. */
const choosingStays = seconds(10)

export function createSpokenLanguage({ snapshot, now, catalogues }: SpokenLanguageParts): SpokenLanguage {
  const asked = signal<Locale | undefined>(undefined)
  const isAsked = createCountdown(now)
  const choosing = createCountdown(now)
  const configured = computed(() => snapshot.value?.locale)
  const locale = computed(() => (isAsked.isOn.value ? asked.value : configured.value))
  const timeZone = computed(() => snapshot.value?.timeZone ?? 'UTC')
  const hourCycle = computed(() => snapshot.value?.appearance.hourCycle)
  return {
    locale,
    // Made again only when one of these changes, because formatters are slow to make.
    language: computed(() => {
      if (locale.value === undefined) return undefined
      const words = catalogues.loaded.value.get(locale.value)
      if (words === undefined) return undefined
      return createLanguage({
        locale: locale.value,
        words,
        timeZone: timeZone.value,
        hourCycle: hourCycle.value,
      })
    }),
    offered: computed(() =>
      offeredBy(snapshot.value).flatMap((one) => {
        const name = catalogues.loaded.value.get(one)?.name
        return name === undefined ? [] : [{ locale: one, name, isSpoken: one === locale.value }]
      }),
    ),
    isChoosing: choosing.isOn,
    isCounting: computed(() => isAsked.isOn.value || choosing.isOn.value),
    choose: () => (choosing.isOn.value ? choosing.cancel() : choosing.begin(choosingStays)),
    speak: (one) => {
      asked.value = one
      isAsked.begin(stays)
      choosing.cancel()
    },
    keep: () => {
      if (isAsked.isOn.value) isAsked.begin(stays)
    },
  }
}

/** The door's own language, and those that IT lists, each once. */
export const offeredBy = (snapshot: Snapshot | undefined): readonly Locale[] =>
  snapshot === undefined ? [] : [...new Set([snapshot.locale, ...snapshot.locales])]
