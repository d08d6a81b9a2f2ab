import fc from 'fast-check'
import { expect, test } from 'vitest'
import { journalFromText, journalText } from '../../../../main/adapters/disk/journal-text.ts'
import { bookingIdOf } from '../../../../shared/booking/booking.ts'
import { emptyJournal } from '../../../../shared/panel/journal.ts'
import { keepReasons } from '../../../../shared/release/release.ts'
import { instantOf } from '../../../../shared/time/time.ts'

const booking = fc.string({ minLength: 1, unit: 'binary' }).map(bookingIdOf)
const instant = fc.integer({ min: -8.64e15, max: 8.64e15 }).map(instantOf)
const interval = { booking, start: instant, end: instant }
const about = { ...interval, at: instant }
const length = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((ms) => ms + 0)
const own = {
  mode: fc.constantFrom('off' as const, 'observe' as const, 'auto' as const),
  opensBefore: length,
  grace: length,
  exemptFrom: length,
  exempt: fc.array(fc.string({ unit: 'binary' })),
  follower: fc.boolean(),
}
const rules = fc.record(
  { ...own, earlier: fc.record({ until: instant, policy: fc.record(own) }) },
  { requiredKeys: ['mode', 'opensBefore', 'grace', 'exemptFrom', 'exempt', 'follower'] },
)
const contents = fc.record(
  {
    completeSince: fc.oneof(instant, fc.constant('unknown' as const)),
    checkIns: fc.array(
      fc.record(
        {
          ...about,
          meeting: fc.string({ unit: 'binary' }),
          organizer: fc.string({ unit: 'binary' }),
          isPresumed: fc.constant(true as const),
        },
        { requiredKeys: ['booking', 'start', 'end', 'at', 'meeting'] },
      ),
    ),
    attempts: fc.array(fc.record(about)),
    decisions: fc.array(
      fc.record(
        {
          ...about,
          outcome: fc.constantFrom('released' as const, 'kept', 'observed', 'uncertain'),
          because: fc.constantFrom(...keepReasons),
        },
        { requiredKeys: ['booking', 'start', 'end', 'at', 'outcome'] },
      ),
    ),
    rules,
    seriesHarm: fc.record({ booking, missing: fc.array(booking), at: instant }),
    watches: fc.array(
      fc.record({
        ...interval,
        room: fc.string(),
        meeting: fc.string({ unit: 'binary' }),
        sibling: fc.record(interval),
        known: fc.array(booking),
      }),
    ),
  },
  { requiredKeys: ['checkIns', 'attempts', 'decisions'] },
)

test('any written journal is read again', () => {
  fc.assert(
    fc.property(contents, (content) => {
      expect(journalFromText(journalText(content))).toEqual(content)
    }),
  )
})

test('no beginning of it is taken for the whole', () => {
  fc.assert(
    fc.property(contents, fc.double({ min: 0, max: 0.999, noNaN: true }), (content, share) => {
      // Without the line's end it is still whole.
      const text = journalText(content).trimEnd()
      expect(journalFromText(text.slice(0, Math.floor(text.length * share)))).toBeUndefined()
    }),
  )
})

test('says which version it is', () => {
  expect(JSON.parse(journalText(emptyJournal))).toEqual({ version: 4, ...emptyJournal })
})

test.each([1.5, -0.5, 2 ** 53 - 1, 2 ** 60, 1e300, 8.65e15, -8.65e15, 1791784800e9, null, '1', true])(
  '%o is no time',
  (start) => {
    const checkIns = [{ booking: 'a', meeting: 'm', start, end: 2, at: 1 }]
    expect(journalFromText(JSON.stringify({ version: 2, ...emptyJournal, checkIns }))).toBeUndefined()
  },
)

test('any foreign text is refused, without an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(journalFromText(text)).toBeUndefined()
    }),
  )
})
