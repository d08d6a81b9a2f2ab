import type { Locale } from './locales.ts'

/** The languages that a visitor can ask for where IT lists none. */
export const usuallyOffered: readonly Locale[] = ['zh-CN', 'en-US', 'ja-JP']
