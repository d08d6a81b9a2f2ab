import type { Locale } from '../../shared/config/configuration.ts'

/** What the tablet is set to; it serves until there is a configuration. */
export interface TabletSettings {
  readonly locale: Locale
  readonly timeZone: string
}

/** `languages` are the system's, first choice first, as `en-GB`. */
export function tabletSettings(languages: readonly string[]): TabletSettings {
  return {
    locale: languages.map(spoken).find((locale) => locale !== undefined) ?? 'en-US',
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}

function spoken(language: string): Locale | undefined {
  const [name] = language.split('-')
  if (name === 'zh') return 'zh-CN'
  if (name === 'ja') return 'ja-JP'
  return name === 'en' ? 'en-US' : undefined
}
