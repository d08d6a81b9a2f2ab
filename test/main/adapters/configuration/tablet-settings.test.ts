import { expect, test } from 'vitest'
import { tabletSettings } from '../../../../main/adapters/configuration/tablet-settings.ts'

test.each([
  [['zh-Hans-CN', 'en-US'], 'zh-CN'],
  [['ja'], 'ja-JP'],
  [['en-GB'], 'en-US'],
  [['zh-TW'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['zh'], 'zh-CN'],
  [['fr-CA', 'ja-JP'], 'fr-FR'],
  [['pl-PL', 'ja-JP'], 'ja-JP'],
  [['pl-PL'], 'en-US'],
  [[], 'en-US'],
  [['C'], 'en-US'],
  [['', 'c.utf-8', 'en_US@posix', 'de-DE'], 'de-DE'],
])('a tablet that speaks %o gets %s', (languages, locale) => {
  expect(tabletSettings(languages).locale).toBe(locale)
})
