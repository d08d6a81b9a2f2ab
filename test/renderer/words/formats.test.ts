import { expect, test } from 'vitest'
import { createFormats } from '../../../renderer/words/formats.ts'
import { locales } from '../../../shared/languages/locales.ts'
import { formatsIn, wordsOf } from '../words-of.ts'
import { days, hours, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { at, today } from '../snapshots.ts'

test.each([
  [0, '<1 min', '<1 分钟', '<1分'],
  [seconds(59), '<1 min', '<1 分钟', '<1分'],
  [minutes(1), '1 min', '1 分钟', '1分'],
  [minutes(10) + seconds(15), '10 min', '10 分钟', '10分'],
  [minutes(42), '42 min', '42 分钟', '42分'],
  [minutes(42) - 1, '41 min', '41 分钟', '41分'],
  [hours(2) - 1, '1 hr 59 min', '1 小时 59 分钟', '1時間59分'],
  [hours(2), '2 hr', '2 小时', '2時間'],
  [hours(2) + minutes(18), '2 hr 18 min', '2 小时 18 分钟', '2時間18分'],
  [days(1) + hours(3) + minutes(5), '1 day 3 hr', '1 天 3 小时', '1日3時間'],
])('writes %i ms as %s', (ms, english, chinese, japanese) => {
  const written = (['en-US', 'zh-CN', 'ja-JP'] as const).map((locale) =>
    formatsIn(locale, 'UTC').duration(ms),
  )
  expect(written.map((text) => text.replaceAll('\u00A0', ' '))).toEqual([english, chinese, japanese])
})

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [seconds(42), '0:42'],
  [seconds(60) - 1, '0:59'],
  [seconds(65), '1:05'],
])('counts %i ms down as %s, in every language', (ms, expected) => {
  for (const locale of locales) expect(formatsIn(locale, 'UTC').countdown(ms)).toBe(expected)
})

test('writes times in the room’s time zone', () => {
  const formats = formatsIn('en-US', 'Asia/Shanghai')
  expect(formats.time(at('08:05'))).toBe('08:05')
  expect(formats.moment(at('00:00'), today)).toBe('00:00')
  expect(formatsIn('en-US', 'Asia/Tokyo').time(at('08:05'))).toBe('09:05')
  expect(formats.date(at('08:05'))).toBe('Monday, November 23')
})

test.each([
  ['en-US', 12, '8:05 AM', '1:26 PM', '12:00 AM'],
  ['en-US', 24, '08:05', '13:26', '00:00'],
  ['en-US', undefined, '8:05 AM', '1:26 PM', '12:00 AM'],
  ['zh-CN', undefined, '08:05', '13:26', '00:00'],
  ['ja-JP', undefined, '08:05', '13:26', '00:00'],
] as const)('%s with a clock of %s hours', (locale, hourCycle, ...written) => {
  const { writing } = wordsOf(locale)
  const { time } = createFormats({ locale, timeZone: 'Asia/Shanghai', writing, hourCycle })
  const times = ['08:05', '13:26', '00:00'].map((text) => time(at(text)).replaceAll(/\s/g, ' '))
  expect(times).toEqual(written)
})

test.each([
  [24, ['00', '09', '13']],
  [12, ['12', '9', '1']],
] as const)('writes the hours beside the day by a clock of %s hours', (hourCycle, written) => {
  for (const locale of locales) {
    const { writing } = wordsOf(locale)
    const { hour } = createFormats({ locale, timeZone: 'Asia/Shanghai', writing, hourCycle })
    expect(['00:00', '09:00', '13:00'].map((text) => hour(at(text)))).toEqual(written)
  }
})

test.each([
  ['tomorrow', days(1), 'Tue 10:00', '周二 10:00', '火曜日 10:00'],
  ['yesterday', -days(1), 'Sun 10:00', '周日 10:00', '日曜日 10:00'],
  ['in six days', days(6), 'Sun 10:00', '周日 10:00', '日曜日 10:00'],
  ['in a week', days(7), 'Nov 30, 10:00', '11月30日 10:00', '11月30日 10:00'],
  ['in ten days', days(10) + hours(3) + minutes(26), 'Dec 3, 13:26', '12月3日 13:26', '12月3日 13:26'],
  ['a week ago', -days(7), 'Nov 16, 10:00', '11月16日 10:00', '11月16日 10:00'],
  ['in a year', days(365), 'Nov 23, 2027, 10:00', '2027年11月23日 10:00', '2027年11月23日 10:00'],
])('names the day of a moment %s', (_when, from, english, chinese, japanese) => {
  const written = (['en-US', 'zh-CN', 'ja-JP'] as const).map((locale) =>
    formatsIn(locale, 'Asia/Shanghai').moment(plus(at('10:00'), from), today),
  )
  expect(written.map((text) => text.replaceAll('\u00A0', ' '))).toEqual([english, chinese, japanese])
})
