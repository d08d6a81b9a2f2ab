import { expect, test } from 'vitest'
import { qrPath } from '../../../renderer/parts/qr-path.ts'

test.each([
  ['the least code', 'room-panel', 21],
  [
    'the text of a tablet that is not set up',
    `room-panel K7M2QX tablet-7\nconfigurationInvalid: ${'x'.repeat(48)}`,
    37,
  ],
])('%s has the modules of its version, and a margin of four', (_what, text, modules) => {
  const { size, path } = qrPath(text)
  expect(size).toBe(modules + 8)
  const places = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
  expect(Math.min(...places)).toBe(4)
  expect(Math.max(...places)).toBe(modules + 3)
})

test('a text that no code can hold throws', () => {
  expect(() => qrPath('x'.repeat(2954))).toThrow('lean-qr error')
})
