import { expect, test } from 'vitest'
import { shiftAt } from '../../../renderer/page/pixel-shift.ts'
import { hours, minutes, plus } from '../../../shared/time/time.ts'
import { at } from '../snapshots.ts'

const shifts = Array.from({ length: 60 }, (_, minute) => shiftAt(plus(at('10:00'), minutes(minute))))
const pixels = (text: string): number => Number.parseInt(text, 10)

test('moves the picture to nine places within 63 minutes', () => {
  const places = Array.from({ length: 63 }, (_, minute) =>
    JSON.stringify(shiftAt(plus(at('10:00'), minutes(minute)))),
  )
  expect(new Set(places).size).toBe(9)
  expect(shiftAt(plus(at('10:00'), minutes(63)))).toEqual(shiftAt(at('10:00')))
})

test('never moves it out of its edge, and only with a full minute', () => {
  for (const shift of shifts)
    for (const one of Object.values(shift)) expect(Math.abs(pixels(one))).toBeLessThanOrEqual(4)
  expect(shiftAt(plus(at('10:00'), hours(1) + 59_999))).toEqual(shiftAt(plus(at('10:00'), hours(1))))
})
