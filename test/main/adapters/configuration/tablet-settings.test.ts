import { expect, test } from 'vitest'
import { tabletSettings } from '../../../../main/adapters/configuration/tablet-settings.ts'

test.each([
  [['zh-Hans-CN', 'en-US'], 'zh-CN'],
  [['ja'], 'ja-JP'],
  [['en-GB'], 'en-US'],
  [['fr-FR', 'ja-JP'], 'ja-JP'],
  [['fr-FR'], 'en-US'],
  [[], 'en-US'],
])('a tablet that speaks %o gets %s', (languages, locale) => {
  expect(tabletSettings(languages).locale).toBe(locale)
})
