import { expect, test } from 'vitest'
import { readJson } from '../../shared/json.ts'

test.each([
  ['an unquoted word', '{\n  "a": x\n}', 2, 8],
  ['a curly quote', '{"a": "“", "b": “x”}', 1, 17],
  ['a word cut short', '{"a":tru}', 1, 9],
  ['a comma too many', '{\n  "a": 1,\n}', 3, 1],
  ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['single quotes', "{'a': 1}", 1, 2],
  ['a text without an end', '{"a": "x', 1, 9],
  ['half of it', '{\n"a": [1,', 2, 9],
  ['nothing', '', 1, 1],
])('%s: says where', (_what, text, line, column) => {
  expect(readJson(text)).toEqual({ ok: false, error: { line, column } })
})

test('takes the mark that editors on Windows put before it', () => {
  expect(readJson('\uFEFF{"a": 1}')).toEqual({ ok: true, value: { a: 1 } })
})
