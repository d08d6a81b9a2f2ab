// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layDay } from '../../../renderer/parts/day/day-layout.ts'
import { formatsIn } from '../words-of.ts'
import { locales } from '../../../shared/languages/locales.ts'
import type { Instant } from '../../../shared/time/time.ts'
import { aSnapshot, at, inUse, office, review, today } from '../snapshots.ts'
import { stage } from '../stage.ts'

/** Any number that the type allows in an answer. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what no parser lets in is what is tried here
const asInstant = (number: number): Instant => number as Instant
const numbers = [1e300, -1e300, Infinity, -Infinity, NaN, 8.64e15 + 1, 1_796_040_000_000_000_000, -1]

test.each(numbers)('a room that is closed until %d is shown as closed, without a time', async (until) => {
  const { find } = await stage(aSnapshot({ kind: 'outOfService', until: asInstant(until) }))
  expect(find('h1')?.textContent).toBe('Out of service')
  expect(find('.people-line')).toBeNull()
})

test.each(numbers)('a booking that ends at %d does not take the door from the screen', async (number) => {
  const end = asInstant(number)
  const booking = { ...review, end }
  const { find, marked } = await stage(
    inUse({ occupancy: { kind: 'inUse', booking, until: end }, bookings: [booking] }),
  )
  expect(find('h1')?.textContent).toBe('In use')
  expect(marked('end-meeting')).not.toBeNull()
})

test.each(numbers)(
  'a moment of the last reading at %d does not take the door from the screen',
  async (number) => {
    const { find } = await stage(inUse({ connection: { kind: 'stale', readAt: asInstant(number) } }))
    expect(find('h1')?.textContent).toBe('In use')
  },
)

test('no number is one that can’t be written', () => {
  const formats = locales.map((locale) => formatsIn(locale, 'Asia/Shanghai'))
  fc.assert(
    fc.property(fc.double(), (number) => {
      for (const { time, moment, date, hour, duration, countdown, more } of formats) {
        const texts = [time, date].map((write) => write(asInstant(number)))
        texts.push(moment(asInstant(number), today), duration(number), countdown(number), more(number))
        expect(texts.every((text) => text.length > 0)).toBe(true)
        expect(Number(hour(asInstant(number)))).toBeLessThan(24)
      }
    }),
  )
})

test('no day is one that can’t be laid out', () => {
  const { hour } = formatsIn('en-US', 'Asia/Shanghai')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.double(), fc.double())), fc.double(), (times, length) => {
      const bookings = times.map(([start, end]) => ({
        ...review,
        start: asInstant(start),
        end: asInstant(end),
      }))
      const day = { start: today.start, end: asInstant(today.start + length) }
      expect(
        layDay({ bookings, day, office, now: at('10:48'), subject: undefined, starts: [], hourOf: hour })
          .hours.length,
      ).toBeLessThan(26)
    }),
  )
})
