import { expect, test } from 'vitest'
import { mayCoverCheckIns } from '../../../shared/check-in/may-cover.ts'
import type { Occupancy } from '../../../shared/occupancy/occupancy.ts'
import { aBooking, at } from '../../support/builders.ts'

const running = aBooking('10:00', '11:00')
const next = aBooking('11:00', '12:00')
const inUse: Occupancy = { kind: 'inUse', booking: running, until: at('11:00') }
const awaiting: Occupancy = { kind: 'awaitingCheckIn', booking: running, until: at('11:00') }

test.each([
  ['no check-in is offered', inUse, [], true],
  ['the one of a meeting that is released no more', inUse, [running], true],
  ['the next meeting waits for its people, too', inUse, [next, running], false],
  ['the running meeting waits for its people', awaiting, [running], false],
  [
    'the next meeting waits before a free room',
    { kind: 'checkInOpen', booking: next } as const,
    [next],
    false,
  ],
])('%s', (_, occupancy, checkIns, may) => expect(mayCoverCheckIns(occupancy, checkIns)).toBe(may))
