import { expect, test } from 'vitest'
import { createFormats } from '../../../renderer/words/formats.ts'
import { days, hours, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { at, today } from '../snapshots.ts'

test.each([
  [0, '<1 min', '<1分钟', '<1分'],
  [seconds(59), '<1 min', '<1分钟', '<1分'],
  [minutes(1), '1 min', '1分钟', '1分'],
  [minutes(10) + seconds(15), '10 min', '10分钟', '10分'],
  [minutes(42), '42 min', '42分钟', '42分'],
  [minutes(42) - 1, '41 min', '41分钟', '41分'],
  [hours(2) - 1, '1 hr 59 min', '1小时59分钟', '1時間59分'],
  [hours(2), '2 hr', '2小时', '2時間'],
  [hours(2) + minutes(18), '2 hr 18 min', '2小时18分钟', '2時間18分'],
  [days(1) + hours(3) + minutes(5), '1 day 3 hr', '1天3小时', '1日3時間'],
])('writes %i ms as %s', (ms, english, chinese, japanese) => {
  const written = (['en-US', 'zh-CN', 'ja-JP'] as const).map((locale) =>
    createFormats(locale, 'UTC').duration(ms),
  )
  expect(written).toEqual([english, chinese, japanese])
})

test.each([
  [seconds(59), 'this minute'],
  [minutes(9), '9 minutes ago'],
  [hours(3), '3 hours ago'],
  [days(2), '2 days ago'],
])('writes an age of %i ms as %s', (ms, expected) => {
  expect(createFormats('en-US', 'UTC').ago(ms)).toBe(expected)
})

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [seconds(42), '0:42'],
  [seconds(60) - 1, '0:59'],
  [seconds(65), '1:05'],
])('counts %i ms down as %s, in every language', (ms, expected) => {
  for (const locale of ['en-US', 'zh-CN', 'ja-JP'])
    expect(createFormats(locale, 'UTC').countdown(ms)).toBe(expected)
})

test('writes times in the room’s time zone', () => {
  const formats = createFormats('en-US', 'Asia/Shanghai')
  expect(formats.time(at('08:05'))).toBe('08:05')
  expect(formats.moment(at('00:00'), today)).toBe('00:00')
  expect(createFormats('en-US', 'Asia/Tokyo').time(at('08:05'))).toBe('09:05')
  expect(formats.date(at('08:05'))).toBe('Monday, November 23')
})

test.each([
  ['tomorrow', days(1), 'Tue 10:00', '周二10:00', '10:00 (火)'],
  ['yesterday', -days(1), 'Sun 10:00', '周日10:00', '10:00 (日)'],
  ['in six days', days(6), 'Sun 10:00', '周日10:00', '10:00 (日)'],
  ['in a week', days(7), 'Nov 30, 10:00', '11月30日 10:00', '11月30日 10:00'],
  ['in ten days', days(10) + hours(3) + minutes(26), 'Dec 3, 13:26', '12月3日 13:26', '12月3日 13:26'],
  ['a week ago', -days(7), 'Nov 16, 10:00', '11月16日 10:00', '11月16日 10:00'],
  ['in a year', days(365), 'Nov 23, 2027, 10:00', '2027年11月23日 10:00', '2027年11月23日 10:00'],
])('names the day of a moment %s', (_when, from, english, chinese, japanese) => {
  const written = (['en-US', 'zh-CN', 'ja-JP'] as const).map((locale) =>
    createFormats(locale, 'Asia/Shanghai').moment(plus(at('10:00'), from), today),
  )
  expect(written).toEqual([english, chinese, japanese])
})
