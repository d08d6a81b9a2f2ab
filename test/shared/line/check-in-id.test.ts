import { expect, test } from 'vitest'
import { checkInIdOf } from '../../../shared/line/check-in-id.ts'
import { aBooking, at } from '../../support/builders.ts'

const [one, other] = [aBooking('10:00', '11:00').id, aBooking('12:00', '13:00').id]

test('a check-in has the same id from each door, and another one than any other check-in', () => {
  const ids = [one, other].flatMap((booking) =>
    [at('10:00'), at('10:01')].map((moment) => checkInIdOf({ booking, at: moment })),
  )
  expect(new Set(ids).size).toBe(4)
  expect(checkInIdOf({ booking: one, at: at('10:00') })).toBe(ids[0])
  for (const id of ids) expect(id).toMatch(/^[\w-]{1,64}$/)
})
