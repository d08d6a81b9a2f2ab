// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { aSnapshot, inUse } from '../snapshots.ts'
import { stage } from '../stage.ts'

beforeEach(() => performance.clearMarks())

const marked = (name: string): number => performance.getEntriesByName(`room-panel:${name}`, 'mark').length

test('the first picture is marked, and the first that is live, once each and when they are painted', async () => {
  const recalled = { connection: { kind: 'offline', readAt: inUse().now } } as const
  const { paint, push } = await stage(aSnapshot({ kind: 'unknown', reason: 'unreachable' }, recalled))
  expect(marked('first-truth')).toBe(0)
  await paint()
  expect([marked('first-truth'), marked('first-live')]).toEqual([1, 0])
  await push(inUse({ revision: 2 }))
  await paint()
  await push(inUse({ revision: 3 }))
  await paint()
  expect([marked('first-truth'), marked('first-live')]).toEqual([1, 1])
})
