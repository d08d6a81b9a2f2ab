import type { Locale } from '../../shared/config/configuration.ts'
import type { TabletSettings } from '../ports.ts'

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

function spoken(language: string): Locale | undefined {
  const [name] = language.split('-')
  if (name === 'zh') return 'zh-CN'
  if (name === 'ja') return 'ja-JP'
  return name === 'en' ? 'en-US' : undefined
}
