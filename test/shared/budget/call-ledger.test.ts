import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CallLedger,
  leastShare,
  monthAt,
  shareAt,
  withCall,
} from '../../../shared/budget/call-ledger.ts'
import { type Instant, instantOf, plus } from '../../../shared/time/time.ts'

const moment = (iso: string): Instant => instantOf(Date.parse(iso))
const inChina = (iso: string): Instant => moment(`${iso}+08:00`)

test.each([
  ['2026-07-31T23:59:59', '2026-07-01', '2026-08-01'],
  ['2026-08-01T00:00:00', '2026-08-01', '2026-09-01'],
  ['2026-12-31T23:00:00', '2026-12-01', '2027-01-01'],
])('%s in China is in the month from %s to %s', (at, start, end) => {
  const midnight = (day: string) => inChina(`${day}T00:00:00`)
  expect(monthAt(inChina(at))).toEqual({ start: midnight(start), end: midnight(end) })
})

const counted = (...calls: readonly string[]): CallLedger | undefined =>
  calls.reduce<CallLedger | undefined>((ledger, at) => withCall(ledger, inChina(at)), undefined)

test.each([
  ['nothing was ever counted, in the middle of the month', [], '2026-06-16T00:00:00', [4000, 0]],
  ['it began in the middle of the month', ['2026-06-16T00:00:00'], '2026-06-20T00:00:00', [4000, 1]],
  [
    'a month was counted whole',
    ['2026-05-31T12:00:00', '2026-06-16T00:00:00'],
    '2026-06-20T00:00:00',
    [8000, 1],
  ],
  ['nothing was called since the month turned', ['2026-05-31T23:59:59'], '2026-06-20T00:00:00', [8000, 0]],
  ['a wrong clock counted', ['2031-01-01T00:00:00'], '2026-06-16T00:00:00', [4000, 0]],
  // 43 would be the fair share of the last four hours.
  ['it began on the last evening', ['2026-07-31T20:00:00'], '2026-07-31T23:59:00', [leastShare, 1]],
  ['it begins in the last second', [], '2026-07-31T23:59:59', [leastShare, 0]],
])('when %s, %j, at %s the share of 8,000 calls is %j', (_, calls, at, [share, spent]) => {
  expect(shareAt(counted(...calls), 8000, inChina(at))).toMatchObject({ calls: share, spent })
})

const guessed = (ledger: CallLedger | undefined, at: string): CallLedger =>
  withCall(ledger, inChina(at), false)

test.each([
  ['1970, and the server says June', undefined, '1970-01-01T08:00:00'],
  ['2031, and the server says June', undefined, '2031-05-05T00:00:00'],
  ['May', undefined, '2026-05-05T00:00:00'],
])('calls counted by a clock that stood in %s are of this month', (_, before, at) => {
  const ledger = guessed(guessed(before, at), at)
  expect(shareAt(ledger, 8000, inChina('2026-06-16T00:00:00'))).toMatchObject({ calls: 4000, spent: 2 })
  const sure = withCall(ledger, inChina('2026-06-16T00:00:00'))
  expect(shareAt(sure, 8000, inChina('2026-06-16T00:00:00'))).toMatchObject({ calls: 4000, spent: 3 })
  expect(sure).not.toHaveProperty('isGuessed')
})

test('an unconfirmed clock never turns the month back, and turns it forward by itself', () => {
  const june = counted('2026-05-31T12:00:00', '2026-06-16T00:00:00')
  expect(guessed(june, '1970-01-01T08:00:00')).toEqual({ ...june, calls: 2 })
  const july = guessed(june, '2026-07-02T00:00:00')
  expect(july).toMatchObject({ month: inChina('2026-07-01T00:00:00'), calls: 1, isGuessed: true })
  expect(withCall(july, inChina('2026-07-03T00:00:00'))).toEqual({
    month: inChina('2026-07-01T00:00:00'),
    countedSince: inChina('2026-07-01T00:00:00'),
    calls: 2,
  })
})

test.each([
  ['in the same month', '2026-06-16T01:00:00', '2026-06-16T00:00:00', 5],
  ['when the month has turned meanwhile', '2026-07-02T00:00:00', '2026-07-01T00:00:00', 3],
])('a confirmed count goes on after calls that were counted in other years, %s', (_, at, since, calls) => {
  const june = counted('2026-06-16T00:00:00', '2026-06-16T00:00:01')
  const wrong = guessed(guessed(june, '2027-05-05T00:00:00'), '2028-05-05T00:00:00')
  const month = monthAt(inChina(at)).start
  expect(withCall(wrong, inChina(at))).toEqual({ month, countedSince: inChina(since), calls })
})

test('the share stays what it was as time goes by, and each call is one more', () => {
  const start = inChina('2026-06-01T00:00:00')
  const steps = fc.array(fc.integer({ min: 0, max: 86_400_000 }), { maxLength: 29 })
  fc.assert(
    fc.property(steps, fc.integer({ min: 500, max: 100_000 }), (waits, callsPerMonth) => {
      let at = start
      let ledger: CallLedger | undefined
      for (const wait of waits) {
        at = plus(at, wait)
        const before = shareAt(ledger, callsPerMonth, at)
        ledger = withCall(ledger, at)
        expect(shareAt(ledger, callsPerMonth, at)).toEqual({ ...before, spent: before.spent + 1 })
      }
    }),
  )
})

test('whenever in a month a panel begins, it has calls to see its room, and never more than IT gave it', () => {
  const month = monthAt(inChina('2026-02-15T00:00:00'))
  const moments = fc.integer({ min: month.start, max: month.end - 1 })
  fc.assert(
    fc.property(moments, fc.integer({ min: 500, max: 100_000 }), (at, callsPerMonth) => {
      const { calls } = shareAt(undefined, callsPerMonth, instantOf(at))
      expect(calls).toBeGreaterThanOrEqual(leastShare)
      expect(calls).toBeLessThanOrEqual(callsPerMonth)
    }),
  )
})
