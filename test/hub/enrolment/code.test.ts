import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, hashOf, parseCode } from '../../../hub/enrolment/code.ts'

const eighty = fc.uint8Array({ minLength: 10, maxLength: 10 })

test.for([
  [new Uint8Array(10), '0000-0000-0000-0000'],
  [new Uint8Array(10).fill(255), 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'],
  [new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 31]), '0000-0000-0000-000Z'],
] as const)('%s is printed as %s', ([bytes, code]) => {
  expect(codeOf(bytes)).toBe(code)
})

test('any code is read again as it was printed, however people type it', () => {
  fc.assert(
    fc.property(eighty, (bytes) => {
      const code = codeOf(bytes)
      const typings = [
        code,
        code.toLowerCase(),
        code.replaceAll('-', ' '),
        code.replaceAll('-', ''),
        ` ${code} `,
      ]
      expect(typings.map(parseCode)).toEqual(typings.map(() => code))
      const misread = code.replaceAll('0', 'o').replaceAll('1', 'l')
      expect(parseCode(misread)).toBe(code)
    }),
  )
})

test.for(['', '0000-0000-0000-000', '0000-0000-0000-00000', '0000-0000-0000-000U', 'ключ-ключ-ключ-ключ'])(
  '“%s” is no code',
  (typed) => {
    expect(parseCode(typed)).toBeUndefined()
  },
)

test('two codes have two hashes, and none holds the code', () => {
  fc.assert(
    fc.property(eighty, eighty, (one, other) => {
      const [first, second] = [codeOf(one), codeOf(other)]
      expect(hashOf(first) === hashOf(second)).toBe(first === second)
      expect(hashOf(first)).toMatch(/^[\da-f]{64}$/)
    }),
  )
})
