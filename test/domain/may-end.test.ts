import { expect, test } from 'vitest'
import { mayEnd } from '../../shared/domain/may-end.ts'
import { evolve, newPanel } from '../../shared/domain/panel.ts'
import { aBooking, aPanel, at } from '../support/builders.ts'

const booking = aBooking('10:00', '10:30')
const fresh = aPanel([booking], at('10:10'))

test('the running meeting may be ended by fresh data', () => {
  expect(mayEnd(fresh, booking.id, at('10:10:10'))).toEqual({ ok: true, value: booking })
})

test.each([
  ['data older than 10 s', fresh, '10:10:11', 'notFresh'],
  ['nothing read', newPanel, '10:10', 'notFresh'],
  ['a meeting that is over', aPanel([booking], at('10:30')), '10:30', 'meetingOver'],
  ['a meeting that vanished', aPanel([], at('10:10')), '10:10', 'meetingOver'],
  [
    'a failed reading',
    evolve(fresh, { kind: 'scheduleFailed', code: 'rateLimited', at: at('10:10:05') }),
    '10:10:05',
    'rateLimited',
  ],
] as const)('with %s it may not', (_why, panel, time, error) => {
  expect(mayEnd(panel, booking.id, at(time))).toEqual({ ok: false, error })
})
