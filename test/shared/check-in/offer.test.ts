import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  graceEnds,
  graceUsed,
  isAlive,
  isWhole,
  longestGap,
  type Offer,
  offersAfter,
  offersAt,
  withoutOldOffers,
} from '../../../shared/check-in/offer.ts'
import { days, type Instant, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { anOffer, ghost, momentAt } from '../../support/a-ghost.ts'
import { aBooking, at } from '../../support/builders.ts'

const next = aBooking('11:00', '12:00')

const painted = (time: Instant, ...checkIns: readonly (typeof ghost)[]) => ({
  checkIns: checkIns.map(({ id }) => id),
  at: time,
  elapsed: momentAt(time).elapsed,
})

test.each([
  ['4 s later it goes on', '10:10:04', false],
  ['10 s later it goes on', '10:10:10', false],
  ['11 s later it is broken', '10:10:11', true],
])('when the page has the button again: %s', (_what, time, isBroken) => {
  const [offer] = offersAfter([anOffer()], painted(at(time), ghost))
  expect(offer).toEqual({ ...anOffer(at('09:55'), at(time)), isBroken })
})

test('a broken offer stays broken, however long the button is there again', () => {
  let offers: readonly Offer[] = [{ ...anOffer(), isBroken: true }]
  for (let second = 4; second < 600; second += 4)
    offers = offersAfter(offers, painted(plus(at('10:10'), seconds(second)), ghost))
  expect(offers.map(({ isBroken }) => isBroken)).toEqual([true])
})

test('a single picture without the button does not break an offer, but the time without the button does', () => {
  const without = offersAfter([anOffer()], painted(at('10:10:04'), next))
  const soon = offersAfter(without, painted(at('10:10:08'), ghost))
  expect(soon.find(({ booking }) => booking === ghost.id)?.isBroken).toBe(false)
  const late = offersAfter(without, painted(at('10:10:12'), ghost))
  expect(late.find(({ booking }) => booking === ghost.id)?.isBroken).toBe(true)
})

test('two buttons are two offers, each with a beginning of its own', () => {
  const offers = offersAfter([anOffer()], painted(at('10:10:04'), next, ghost))
  expect(offers.map(({ booking, since }) => [booking, since])).toEqual([
    [next.id, momentAt(at('10:10:04')).elapsed],
    [ghost.id, 0],
  ])
})

test('an offer is alive for 10 s after the last picture, and broken after that', () => {
  const { last } = anOffer()
  expect(isAlive(anOffer(), last + longestGap)).toBe(true)
  expect(isAlive(anOffer(), last + longestGap + 1)).toBe(false)
  expect(offersAt([anOffer()], last + longestGap)).toEqual([anOffer()])
  expect(offersAt([anOffer()], last + longestGap + 1)).toEqual([{ ...anOffer(), isBroken: true }])
})

test.each([
  ['as check-in opens', '09:55', false, true],
  ['10 s after it opened', '09:55:10', false, true],
  ['11 s after it opened', '09:55:11', false, false],
  ['as it opens, with a gap since', '09:55', true, false],
])('an offer that begins %s', (_when, since, isBroken, whole) => {
  expect(isWhole({ ...anOffer(at(since)), isBroken }, at('09:55'))).toBe(whole)
})

test.each([
  ['begun before the start', '09:55', '10:06', undefined, 6, '10:10'],
  ['begun at the start', '10:00', '10:06', undefined, 6, '10:10'],
  ['before the start', '09:55', '09:58', undefined, -2, '10:10'],
  ['after the grace', '09:55', '10:12', undefined, 12, '10:12'],
  ['touched before the start', '09:55', '10:06', '09:58', 6, '10:10'],
  ['touched in the grace', '09:55', '10:06', '10:04', 2, '10:14'],
  ['touched at its end', '09:55', '10:09:59', '10:09:59', 0, '10:19:59'],
] as const)('of an offer %s', (_which, since, last, touched, used, ends) => {
  const offer = anOffer(at(since), at(last))
  const touchedAt = touched && at(touched)
  expect(graceUsed(offer, ghost, touchedAt)).toBe(minutes(used))
  expect(graceEnds(offer, ghost, minutes(10), touchedAt)).toBe(at(ends))
})

test('time in which the monotonic clock stopped does not count for the grace', () => {
  const slept = { ...anOffer(), since: 0, last: minutes(3), lastAt: at('10:10') }
  expect(graceUsed(slept, ghost, undefined)).toBe(minutes(3))
})

test('an offer is remembered for a day, so that a booking which is listed again keeps its gap', () => {
  expect(withoutOldOffers([anOffer()], plus(at('10:10'), days(1)))).toEqual([anOffer()])
  expect(withoutOldOffers([anOffer()], plus(at('10:10'), days(1) + 1))).toEqual([])
})

const pictures = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: seconds(14) }), hasButton: fc.boolean() }),
  { maxLength: 60 },
)

test('an offer is whole just as long as no two pictures with the button are more than 10 s apart', () => {
  fc.assert(
    fc.property(pictures, (steps) => {
      let offers: readonly Offer[] = []
      let now = ghost.start
      const withButton: Instant[] = []
      for (const { after, hasButton } of steps) {
        now = plus(now, after)
        offers = offersAfter(offers, painted(now, ...(hasButton ? [ghost] : [])))
        if (hasButton) withButton.push(now)
      }
      const gaps = withButton.map((moment, index) => moment - (withButton[index - 1] ?? moment))
      const hasGap = gaps.some((gap) => gap > longestGap)
      expect(offers.map(({ isBroken }) => isBroken)).toEqual(withButton.length > 0 ? [hasGap] : [])
    }),
  )
})

test('an offer that is a day old is forgotten, and a newer one stays', () => {
  const old = { ...anOffer(), booking: next.id, lastAt: at('-14:00') }
  expect(withoutOldOffers([old, anOffer()], at('10:10:01'))).toEqual([anOffer()])
})

test('the grace counts from the first picture on, even if the monotonic clock ran long before', () => {
  const late = { ...anOffer(), since: minutes(60), last: minutes(63), lastAt: at('10:10') }
  expect(graceUsed(late, ghost, undefined)).toBe(minutes(3))
})
