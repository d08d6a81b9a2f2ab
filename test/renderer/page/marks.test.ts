import { expect, test } from 'vitest'
import { marksOf } from '../../../renderer/page/marks.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { aSnapshot, at, awaiting, checkInOpen, inUse, review } from '../snapshots.ts'

const cases: readonly [string, Snapshot | undefined, readonly [string, string, string]][] = [
  ['nothing yet', undefined, ['unknown', 'stale', '']],
  ['a free room', aSnapshot({ kind: 'free' }), ['free', 'live', '']],
  ['a meeting that is about to start', checkInOpen(), ['checkInOpen', 'live', review.id]],
  ['a meeting that nobody checked in to', awaiting(), ['awaitingCheckIn', 'live', review.id]],
  ['a meeting', inUse(), ['inUse', 'live', review.id]],
  [
    'a meeting without a connection',
    inUse({ connection: { kind: 'offline', readAt: at('10:40') } }),
    ['inUse', 'offline', review.id],
  ],
  [
    'a meeting that may run',
    aSnapshot({ kind: 'unknown', reason: 'stale', running: review }, { connection: { kind: 'stale' } }),
    ['unknown', 'stale', ''],
  ],
  ['a closed room', aSnapshot({ kind: 'outOfService' }), ['outOfService', 'live', '']],
  [
    'a panel without credentials',
    aSnapshot({ kind: 'notSetUp', problem: { kind: 'keyringLocked' } }),
    ['notSetUp', 'live', ''],
  ],
]

test.each(cases)('marks %s', (_name, snapshot, [occupancy, connection, booking]) => {
  expect(marksOf(snapshot)).toEqual({ occupancy, connection, booking })
})
