import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMonthLeft } from '../../../engine/panel/month-left.ts'
import { days, hours, instantOf, plus } from '../../../shared/time/time.ts'

const office = { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5] }
const inChina = (time: string) => instantOf(Date.parse(`${time}+08:00`))
const july = inChina('2026-07-01T00:00')

test.each([
  ['2026-07-01T00:00', 276, 31 * 24],
  ['2026-07-01T14:00', 270, 31 * 24 - 14],
  ['2026-07-01T20:00', 264, 31 * 24 - 20],
  ['2026-07-31T19:00', 1, 5],
  ['2026-07-31T20:00', 0, 4],
  ['2026-08-01T00:00', 252, 31 * 24],
])('at %s in China %i office hours of the month are left, of %i hours', (time, officeLeft, all) => {
  const left = createMonthLeft('Asia/Shanghai', office)(inChina(time))
  expect(left.officeLeft).toBe(hours(officeLeft))
  expect(left.officeLeft + left.otherLeft).toBe(hours(all))
})

test('the rest of the month shrinks as time passes, and is the same however often it is asked for', () => {
  const moments = fc.array(fc.integer({ min: 0, max: days(31) - 1 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(moments, (looks) => {
      const often = createMonthLeft('Europe/Berlin', office)
      let before = Infinity
      for (const look of looks.toSorted((one, other) => one - other)) {
        const left = often(plus(july, look))
        expect(left).toEqual(createMonthLeft('Europe/Berlin', office)(plus(july, look)))
        expect(left.officeLeft).toBeLessThanOrEqual(before)
        before = left.officeLeft
      }
    }),
    { numRuns: 3 },
  )
})
