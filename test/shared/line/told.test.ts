import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeMessage } from '../../../shared/line/codec.ts'
import { mostParts, partsOf } from '../../../shared/line/told.ts'

test('any lines fit into messages, the newest whole and in their order', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('\0'.repeat(3000), '\ud800'.repeat(3000), '漢"'.repeat(1500)),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const parts = partsOf(lines)
      expect(parts.length).toBeGreaterThan(0)
      expect(parts.length).toBeLessThanOrEqual(mostParts)
      for (const [part, some] of parts.entries()) {
        const told = {
          v: 1,
          re: 'o'.repeat(64),
          kind: 'lines',
          part,
          parts: parts.length,
          lines: some,
        } as const
        expect(encodeMessage(told).ok).toBe(true)
      }
      const kept = parts.flat()
      const last = kept.length === 0 ? [] : lines.slice(-kept.length)
      expect(kept.map((text) => text.slice(0, 2500))).toEqual(last.map((text) => text.slice(0, 2500)))
    }),
    { numRuns: 15 },
  )
})

test('of too many lines the oldest are left out', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `${index} ${'x'.repeat(100)}`)
  const parts = partsOf(lines)
  expect(parts).toHaveLength(mostParts)
  expect(parts.flat().at(-1)).toBe(lines.at(-1))
  expect(parts.flat()[0]).not.toBe(lines[0])
  expect(partsOf(['one', 'two'])).toEqual([['one', 'two']])
})
