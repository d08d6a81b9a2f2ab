import { expect, test } from 'vitest'
import { isMatch } from '../../../shared/line/topic-filter.ts'

test.each([
  ['rp/1/hub/pulse', 'rp/1/hub/pulse', true],
  ['rp/1/hub/pulse', 'rp/1/hub/pulse/more', false],
  ['rp/1/hub/pulse', 'rp/1/hub', false],
  ['rp/1/door/+/from/ask', 'rp/1/door/d1/from/ask', true],
  ['rp/1/door/+/from/ask', 'rp/1/door/d1/x/from/ask', false],
  ['rp/1/door/d1/to/#', 'rp/1/door/d1/to/room', true],
  ['rp/1/door/d1/to/#', 'rp/1/door/d1/to', true],
  ['rp/1/door/d1/to/#', 'rp/1/door/d2/to/room', false],
  ['#', 'anything/at/all', true],
  ['+', 'one', true],
  ['+', 'one/two', false],
])('%s has %s: %s', (filter, topic, isIn) => {
  expect(isMatch(filter, topic)).toBe(isIn)
})
