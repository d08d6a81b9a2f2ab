import { expect, test } from 'vitest'
import { status, type StatusParts } from '../../main/cli/status.ts'
import { createMemoryJournal } from '../support/memory-journal.ts'

async function told(over: Partial<StatusParts> = {}) {
  const lines: string[] = []
  const say = (line: string): void => void lines.push(line)
  const journal = createMemoryJournal()
  const exit = await status({ isRunning: true, shown: undefined, journal, asJson: false, say, ...over })
  return { exit, lines }
}

const calls = { spent: 1234, callsPerMonth: 8000 }

test('tells how many of the month’s calls are spent', async () => {
  expect((await told({ calls })).lines).toContain('calls this month: 1234 of 8000')
  const { lines } = await told({ calls, asJson: true })
  expect(JSON.parse(lines.join(''))).toMatchObject({ isRunning: true, calls })
})

test('says nothing of calls where the configuration can’t be read', async () => {
  const lines = [...(await told()).lines, ...(await told({ asJson: true })).lines]
  expect(lines.filter((line) => line.includes('calls'))).toEqual([])
})

test('finds fault with it when no panel runs', async () => {
  const { exit, lines } = await told({ isRunning: false })
  expect([exit, lines[0]]).toEqual([1, 'panel: not running'])
})
