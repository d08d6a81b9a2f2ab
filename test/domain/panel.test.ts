import { expect, test } from 'vitest'
import { evolve, newPanel, type PanelEvent } from '../../shared/domain/panel.ts'
import { aBooking, aPanel, at, aWindow } from '../support/builders.ts'

const booking = aBooking('10:00', '10:30')

const everyEvent: readonly PanelEvent[] = [
  { kind: 'setUp' },
  { kind: 'setUpFailed', problem: { kind: 'keyringLocked' } },
  { kind: 'scheduleAsked' },
  { kind: 'scheduleRead', schedule: { bookings: [booking], readAt: at('10:00'), window: aWindow } },
  { kind: 'scheduleFailed', code: 'unreachable', at: at('10:00') },
  { kind: 'roomRead', room: { name: 'Magnolia' }, at: at('10:00') },
  { kind: 'roomAsked' },
  { kind: 'roomFailed', code: 'unreachable', at: at('10:00') },
  { kind: 'touched', at: at('10:00') },
  { kind: 'endingBegun', booking: booking.id },
  { kind: 'endingSettled', booking: booking.id, outcome: { kind: 'done' }, at: at('10:00') },
  { kind: 'timeLeapt' },
]

test.each(everyEvent.map((event) => [event.kind, event] as const))('%s twice is as once', (_kind, event) => {
  for (const before of [newPanel, aPanel([booking], at('09:59'))]) {
    const once = evolve(before, event)
    expect(evolve(once, event)).toEqual(once)
  }
})

test('counts failures in a row, and forgets them when a reading succeeds', () => {
  const failedAt = (time: string): PanelEvent => ({
    kind: 'scheduleFailed',
    code: 'unreachable',
    at: at(time),
  })
  const twice = evolve(evolve(newPanel, failedAt('10:00')), failedAt('10:01'))
  expect(twice.reading.failure).toEqual({ code: 'unreachable', at: at('10:01'), inARow: 2 })
  const schedule = { bookings: [], readAt: at('10:02'), window: aWindow }
  const read = evolve(twice, { kind: 'scheduleRead', schedule })
  expect(read.reading).toEqual({ asking: false, schedule, firstAt: at('10:02') })
})
