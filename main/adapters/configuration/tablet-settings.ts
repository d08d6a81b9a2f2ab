import type { TabletSettings } from '../../../engine/ports.ts'
import { type Locale, locales } from '../../../shared/languages/locales.ts'

/**
 * The locale and the time zone to suggest for a new panel. `languages` are the system's, first choice first,
 * as `en-GB`.
 */
export function tabletSettings(languages: readonly string[]): TabletSettings {
  return {
    locale: languages.map(spoken).find((locale) => locale !== undefined) ?? 'en-US',
    timeZone: knownZone(new Intl.DateTimeFormat().resolvedOptions().timeZone),
  }
}

/**
 * If ICU doesn't know the system's zone, it returns undefined or `Etc/Unknown`, although its type allows
 * neither.
 */
const knownZone = (zone: string | undefined): string =>
  zone === undefined || zone === 'Etc/Unknown' ? 'UTC' : zone

/**
 * The panel's locale for a language, ignoring the country but not the script: `en-GB` becomes `en-US`, and `zh-HK`
 * becomes `zh-TW`. Undefined for what is no language: Debian's default `LANG=C.UTF-8` arrives as `C`.
 */
function spoken(language: string): Locale | undefined {
  const wanted = writtenAs(language)
  return wanted === undefined ? undefined : locales.find((locale) => writtenAs(locale) === wanted)
}

function writtenAs(text: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(text).maximize()
    return `${language}-${script}`
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}
