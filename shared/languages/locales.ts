// Written by `npm run languages`, from the folders beside it.
/** The languages that the panel speaks. */
export const locales = ['en-US', 'ja-JP', 'zh-CN'] as const

export type Locale = (typeof locales)[number]
