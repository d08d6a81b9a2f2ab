import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Locale, locales } from '../../shared/appearance/locale.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { seconds } from '../../shared/time/time.ts'
import type { Now } from '../now.ts'
import { createLanguage, type Language } from '../words/language.ts'
import { createLapse } from './lapse.ts'

/** The language at this door: the configured one, or for a while the one that somebody asked for. */
export interface SpokenLanguage {
  readonly locale: ReadonlySignal<Locale>
  readonly language: ReadonlySignal<Language>
  /** The one that the next tap brings. */
  readonly next: ReadonlySignal<Locale>
  /** Whether a while runs just now. */
  readonly isCounting: ReadonlySignal<boolean>
  readonly speakNext: () => void
  /** Somebody is still there: what they asked for stays as long again. */
  readonly keep: () => void
}

/** How long a language that was asked for stays after the last touch, ms. */
const stays = seconds(30)

export function createSpokenLanguage(
  snapshot: ReadonlySignal<Snapshot | undefined>,
  now: Now,
): SpokenLanguage {
  const asked = signal<Locale>('zh-CN')
  const isAsked = createLapse(now)
  const configured = computed(() => snapshot.value?.locale ?? 'zh-CN')
  const locale = computed(() => (isAsked.isOn.value ? asked.value : configured.value))
  const timeZone = computed(() => snapshot.value?.timeZone ?? 'UTC')
  const next = computed(() => after(locale.value))
  return {
    locale,
    next,
    // Made anew only when locale or time zone change: formatters are slow to make.
    language: computed(() => createLanguage(locale.value, timeZone.value)),
    isCounting: isAsked.isOn,
    speakNext: () => {
      asked.value = next.value
      isAsked.begin(stays)
    },
    keep: () => {
      if (isAsked.isOn.value) isAsked.begin(stays)
    },
  }
}

const after = (locale: Locale): Locale => locales[(locales.indexOf(locale) + 1) % locales.length] ?? locale
