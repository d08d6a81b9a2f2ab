import { expect, test } from 'vitest'
import { createFormats } from '../../renderer/words/formats.ts'
import { days, hours, minutes, plus, seconds } from '../../shared/domain/time.ts'
import { at, today } from './snapshots.ts'

test.each([
  [seconds(1), '1 min', '1分钟', '1分'],
  [minutes(42), '42 min', '42分钟', '42分'],
  [minutes(41) + 1, '42 min', '42分钟', '42分'],
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
  [1, '0:01'],
  [seconds(42), '0:42'],
  [seconds(59) + 1, '1:00'],
  [seconds(65), '1:05'],
])('counts %i ms down as %s, in every language', (ms, expected) => {
  for (const locale of ['en-US', 'zh-CN', 'ja-JP'])
    expect(createFormats(locale, 'UTC').countdown(ms)).toBe(expected)
})

test('writes times in the room’s time zone, with the weekday where it is another', () => {
  const formats = createFormats('en-US', 'Asia/Shanghai')
  expect(formats.time(at('08:05'))).toBe('08:05')
  expect(formats.moment(at('00:00'), today)).toBe('00:00')
  expect(formats.moment(plus(at('10:00'), days(1)), today)).toBe('Tue 10:00')
  expect(createFormats('en-US', 'Asia/Tokyo').time(at('08:05'))).toBe('09:05')
  expect(formats.date(at('08:05'))).toBe('Monday, November 23')
})
