import { expect, test } from 'vitest'
import { written } from '../../../../engine/calendars/feishu/written.ts'

test.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['zero-width spaces', '\u200B\u200B\u200B'],
  ['a mark of the byte order and joiners', '\uFEFF\u200D\u200C\u2060'],
  ['marks of direction', '\u202E\u2066\u200F'],
  ['lines and tabs', '\r\n\t\u0085\u2028'],
  ['wide and unbroken spaces', '\u3000\u00A0\u2007'],
  ['Hangul fillers', '\u3164\u115F\uFFA0'],
  ['soft hyphens and selectors', '\u00AD\uFE0F\u034F'],
  ['control characters', '\u0000\u001B\u007F'],
  ['the blank of Braille', '\u2800'],
  ['half a pair', '\uD83D'],
])('takes a text of %s for missing', (_what, text) => {
  expect(written(text)).toBeUndefined()
})

test.each([
  ['Budget', 'Budget'],
  ['  Budget\u200B \n', 'Budget'],
  ['Budget\n\n  Q4', 'Budget Q4'],
  ['评审\u3000会议', '评审 会议'],
  ['👩‍🔬', '👩‍🔬'],
  ['❤️', '❤️'],
  ['نقد', 'نقد'],
  ['.', '.'],
])('shows %j as %j', (text, shown) => {
  expect(written(text)).toBe(shown)
})

test('ends a text that has no end after 300 letters, none of them half', () => {
  const shown = written('𠮷'.repeat(600_000))
  expect(Array.from(shown ?? '')).toHaveLength(300)
  expect(shown?.endsWith('𠮷…')).toBe(true)
  expect(written('x'.repeat(300))).toBe('x'.repeat(300))
})
