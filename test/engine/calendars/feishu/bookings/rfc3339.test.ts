import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromRfc3339, toRfc3339 } from '../../../../../engine/calendars/feishu/bookings/rfc3339.ts'
import { instantOf } from '../../../../../shared/time/time.ts'

test.each([
  ['2026-10-12T14:00:00+08:00', '2026-10-12T06:00:00Z'],
  ['2026-10-12T06:00:00Z', '2026-10-12T06:00:00Z'],
  ['2026-10-11T21:30:00.250-08:30', '2026-10-12T06:00:00Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
])('%s is %s', (text, inUtc) => {
  const moment = fromRfc3339(text) ?? expect.fail('no moment')
  expect(toRfc3339(moment)).toBe(inUtc)
})

test.each([
  '',
  'null',
  '1791784800',
  '2026-10-12',
  '2026-10-12T14:00:00',
  '2026-10-12 14:00:00+08:00',
  '2026-02-30T14:00:00Z',
  '2027-02-29T14:00:00Z',
  '2026-13-01T14:00:00Z',
  '2026-10-12T25:00:00Z',
  '2026-10-12T14:00:00+8',
  '2026-10-12T14:00:00Z ',
])('"%s" is no moment', (text) => {
  expect(fromRfc3339(text)).toBeUndefined()
})

test('a written moment is read again', () => {
  const wholeSeconds = fc.integer({ min: 0, max: 4_000_000_000 }).map((second) => instantOf(second * 1000))
  fc.assert(
    fc.property(wholeSeconds, (moment) => {
      expect(fromRfc3339(toRfc3339(moment))).toBe(moment)
    }),
  )
})
