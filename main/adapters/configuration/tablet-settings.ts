import type { TabletSettings } from '../../../engine/ports.ts'
import { type Locale, locales } from '../../../shared/languages/locales.ts'

/** `languages` are the system's, first choice first, as `en-GB`. */
export function tabletSettings(languages: readonly string[]): TabletSettings {
  return {
    locale: languages.map(spoken).find((locale) => locale !== undefined) ?? 'en-US',
    timeZone: knownZone(new Intl.DateTimeFormat().resolvedOptions().timeZone),
  }
}

/** A tablet whose own zone is set in a way that ICU doesn't know has none, or `Etc/Unknown`, whatever its type says. */
const knownZone = (zone: string | undefined): string =>
  zone === undefined || zone === 'Etc/Unknown' ? 'UTC' : zone

/** In whatever country: `en-GB` is spoken as `en-US`. */
const spoken = (language: string): Locale | undefined =>
  locales.find((locale) => nameOf(locale) === nameOf(language))

const nameOf = (language: string): string => language.split('-')[0] ?? language
