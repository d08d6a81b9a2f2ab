import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  graceEnds,
  graceUsed,
  isAlive,
  longestGap,
  type Offer,
  offersAfter,
} from '../../shared/domain/offer.ts'
import { type Instant, minutes, plus, seconds } from '../../shared/domain/time.ts'
import { anOffer, ghost, momentAt } from '../support/a-ghost.ts'
import { aBooking, at } from '../support/builders.ts'

const next = aBooking('11:00', '12:00')

const painted = (time: Instant, ...checkIns: readonly (typeof ghost)[]) => ({
  checkIns: checkIns.map(({ id }) => id),
  at: time,
  elapsed: momentAt(time).elapsed,
})

test.each([
  ['4 s later it goes on', '10:10:04', '09:55'],
  ['10 s later it goes on', '10:10:10', '09:55'],
  ['11 s later it begins again', '10:10:11', '10:10:11'],
])('when the page has the button again: %s', (_what, time, since) => {
  const [offer] = offersAfter([anOffer()], painted(at(time), ghost))
  expect(offer).toEqual(anOffer(at(since), at(time)))
})

test('it is over with the first picture that does not have the button', () => {
  expect(offersAfter([anOffer()], painted(at('10:10:04')))).toEqual([])
  const later = offersAfter(
    offersAfter([anOffer()], painted(at('10:10:04'), next)),
    painted(at('10:10:08'), ghost),
  )
  expect(later).toEqual([anOffer(at('10:10:08'), at('10:10:08'))])
})

test('two buttons are two offers, each with a beginning of its own', () => {
  const offers = offersAfter([anOffer()], painted(at('10:10:04'), next, ghost))
  expect(offers.map(({ booking, since }) => [booking, since])).toEqual([
    [next.id, momentAt(at('10:10:04')).elapsed],
    [ghost.id, 0],
  ])
})

test('it is alive for 10 s after the last picture', () => {
  const { last } = anOffer()
  expect(isAlive(anOffer(), last + longestGap)).toBe(true)
  expect(isAlive(anOffer(), last + longestGap + 1)).toBe(false)
})

test.each([
  ['begun before the start', '09:55', '10:06', 6, '10:10'],
  ['begun at the start', '10:00', '10:06', 6, '10:10'],
  ['begun late', '10:04', '10:06', 2, '10:14'],
  ['just begun', '10:30', '10:30', 0, '10:40'],
  ['before the start', '09:55', '09:58', -2, '10:10'],
  ['after the grace', '09:55', '10:12', 12, '10:12'],
])('of an offer %s', (_which, since, last, used, ends) => {
  const offer = anOffer(at(since), at(last))
  expect(graceUsed(offer, ghost)).toBe(minutes(used))
  expect(graceEnds(offer, ghost, minutes(10))).toBe(at(ends))
})

test('time in which the monotonic clock stood still counts for nothing', () => {
  const slept = { ...anOffer(), since: 0, last: minutes(3), lastAt: at('10:10') }
  expect(graceUsed(slept, ghost)).toBe(minutes(3))
})

const pictures = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: seconds(14) }), hasButton: fc.boolean() }),
  { maxLength: 60 },
)

/** How long the button had been there without a gap, counted by looking back. */
function unbroken(steps: readonly { readonly after: number; readonly hasButton: boolean }[]): number {
  let long = 0
  for (let index = steps.length - 1; index > 0; index--) {
    const [step, before] = [steps[index], steps[index - 1]]
    if (!step?.hasButton || !before?.hasButton || step.after > longestGap) return long
    long += step.after
  }
  return long
}

test('grace never counts across a gap', () => {
  fc.assert(
    fc.property(pictures, (steps) => {
      let offers: readonly Offer[] = []
      let now = ghost.start
      for (const [index, { after, hasButton }] of steps.entries()) {
        now = plus(now, after)
        offers = offersAfter(offers, painted(now, ...(hasButton ? [ghost] : [])))
        const used = offers.map((offer) => graceUsed(offer, ghost))
        expect(used).toEqual(hasButton ? [unbroken(steps.slice(0, index + 1))] : [])
      }
    }),
  )
})
