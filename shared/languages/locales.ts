// Written by `npm run languages`, from the folders beside it.
/** The languages that the panel speaks. */
export const locales = ['de-DE', 'en-US', 'fr-FR', 'ja-JP', 'ko-KR', 'zh-CN', 'zh-TW'] as const

export type Locale = (typeof locales)[number]
