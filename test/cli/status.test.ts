import { expect, test } from 'vitest'
import { status, type StatusParts } from '../../main/cli/status.ts'
import { err, ok } from '../../shared/result.ts'
import { aConfiguration } from '../support/a-door.ts'
import { createMemoryJournal } from '../support/memory-journal.ts'

async function told(over: Partial<StatusParts> = {}) {
  const lines: string[] = []
  const parts: StatusParts = {
    isRunning: true,
    shown: undefined,
    journal: createMemoryJournal(),
    configuration: ok(aConfiguration()),
    callsSpent: () => 1234.2,
    asJson: false,
    say: (line) => void lines.push(line),
    ...over,
  }
  return { exit: await status(parts), lines }
}

test('tells how many of the month’s calls are spent', async () => {
  expect((await told()).lines).toContain('calls this month: 1234 of 8000')
  const { lines } = await told({ asJson: true })
  expect(JSON.parse(lines.join(''))).toMatchObject({
    isRunning: true,
    calls: { spent: 1234, callsPerMonth: 8000 },
  })
})

test('says nothing of calls where the configuration can’t be read', async () => {
  const configuration = err({ kind: 'configurationMissing', file: '/etc/room-panel/config.json' } as const)
  const lines = [
    ...(await told({ configuration })).lines,
    ...(await told({ configuration, asJson: true })).lines,
  ]
  expect(lines.filter((line) => line.includes('calls'))).toEqual([])
})

test('finds fault with it when no panel runs', async () => {
  const { exit, lines } = await told({ isRunning: false })
  expect([exit, lines[0]]).toEqual([1, 'panel: not running'])
})
