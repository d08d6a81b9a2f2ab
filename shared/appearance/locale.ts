/** The languages that the panel speaks, in the order in which they follow each other at the door. */
export const locales = ['zh-CN', 'en-US', 'ja-JP'] as const

export type Locale = (typeof locales)[number]
