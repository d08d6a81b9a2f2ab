import { expect, test } from 'vitest'
import type { Occupancy } from '../../../shared/occupancy/occupancy.ts'
import { serviceText } from '../../../shared/set-up/service-text.ts'

const tablet = { name: 'tablet-7', code: 'K7M2QX' }
const file = '/etc/room-panel/config.json'
const faults = [{ path: 'room.id', rule: 'roomId' }] as const
const manyFaults = Array.from(
  { length: 40 },
  (_, index) => ({ path: `room.${index}`, rule: 'unknownKey' }) as const,
)

test.each<[Occupancy, string]>([
  [{ kind: 'outOfService' }, 'outOfService'],
  [{ kind: 'outOfService', reason: 'Being painted' }, 'outOfService: Being painted'],
  [{ kind: 'notSetUp', problem: { kind: 'configurationMissing', file } }, `configurationMissing: ${file}`],
  [
    { kind: 'notSetUp', problem: { kind: 'configurationInvalid', faults } },
    'configurationInvalid: room.id roomId',
  ],
  [{ kind: 'notSetUp', problem: { kind: 'secretMissing', appId: 'cli_a' } }, 'secretMissing: cli_a'],
  [{ kind: 'notSetUp', problem: { kind: 'keyringLocked' } }, 'keyringLocked'],
])('of %j IT reads %s', (occupancy, fault) => {
  expect(serviceText(tablet, occupancy)).toBe(`room-panel K7M2QX tablet-7\n${fault}`)
})

test('stays short enough for a phone at arm’s length', () => {
  const problem = { kind: 'configurationInvalid', faults: manyFaults } as const
  expect(serviceText(tablet, { kind: 'notSetUp', problem }).length).toBeLessThan(100)
})
