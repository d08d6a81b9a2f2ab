import { expect, test } from 'vitest'
import { createSight } from '../../../main/window/sight.ts'
import type { Obstacle } from '../../../shared/check-in/obstacle.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'

function aSight() {
  let obstacle: Obstacle | undefined
  const log = createMemoryLog()
  const seen: number[] = []
  const sight = createSight({
    display: { obstacle: async () => obstacle },
    log,
    onSeen: ({ revision }) => seen.push(revision),
  })
  const paint = async (revision: number, inTheWay?: Obstacle): Promise<void> => {
    obstacle = inTheWay
    await sight.painted({ revision, checkIns: [] })
  }
  return { sight, log, seen, paint }
}

test('a picture counts only while people can see and touch it', async () => {
  const { seen, paint, sight } = aSight()
  await paint(1)
  for (const [index, obstacle] of (
    ['covered', 'unmapped', 'dark', 'noTouch', 'unasked'] as const
  ).entries()) {
    await paint(2 + index, obstacle)
    expect(sight.obstacle()).toBe(obstacle)
  }
  await paint(7)
  expect(seen).toEqual([1, 7])
  expect(sight.obstacle()).toBeUndefined()
})

test('the log says why, once for each change', async () => {
  const { log, paint } = aSight()
  await paint(1)
  await paint(2, 'covered')
  await paint(3, 'covered')
  await paint(4, 'dark')
  await paint(5)
  await paint(6)
  expect(log.lines).toEqual([
    { level: 'warn', event: 'page.unreachable', facts: { reason: 'covered' } },
    { level: 'warn', event: 'page.unreachable', facts: { reason: 'dark' } },
    { level: 'info', event: 'page.reachable', facts: {} },
  ])
})
