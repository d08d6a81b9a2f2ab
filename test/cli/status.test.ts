import { expect, test } from 'vitest'
import { status, type StatusParts } from '../../main/cli/status.ts'
import { err, ok } from '../../shared/result.ts'
import { aConfiguration } from '../support/a-door.ts'
import { createMemoryJournal } from '../support/memory-journal.ts'
import { at } from '../support/builders.ts'
import { aShare } from '../support/a-share.ts'

async function told(over: Partial<StatusParts> = {}) {
  const lines: string[] = []
  const parts: StatusParts = {
    tablet: { name: 'tablet-7', code: 'K7M2QX' },
    isRunning: true,
    shown: undefined,
    journal: createMemoryJournal({ kind: 'missing' }),
    configuration: ok(aConfiguration()),
    shareOf: aShare(1234),
    asJson: false,
    say: (line) => void lines.push(line),
    ...over,
  }
  return { exit: await status(parts), lines }
}

test('tells how many of the month’s calls are spent', async () => {
  expect((await told()).lines).toContain('calls this month: 1234 of 8000 calls')
  const { lines } = await told({ asJson: true })
  expect(JSON.parse(lines.join(''))).toMatchObject({
    isRunning: true,
    calls: { spent: 1234, share: 8000, since: '2026-09-30T16:00:00.000Z', callsPerMonth: 8000 },
  })
})

test('tells the share of a panel that began in the month’s last hours', async () => {
  const shareOf = () => ({ calls: 100, spent: 16, since: at('20:00') })
  expect((await told({ shareOf })).lines).toContain(
    'calls this month: 16 of 100 calls, this panel’s share of 8000 since 2026-10-12T12:00:00.000Z',
  )
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

test('says which tablet it is, and names what is wrong in the configuration by its path', async () => {
  const faults = [{ path: 'room.id', rule: 'roomId' }] as const
  const configuration = err({ kind: 'configurationInvalid', faults } as const)
  expect((await told({ configuration })).lines).toEqual([
    'panel: running',
    'tablet: tablet-7, K7M2QX',
    'configuration: configurationInvalid (room.id must be a room id: omm_ and 32 hexadecimal digits). Put the values right.',
    'journal: missing, 0 check-ins',
  ])
  const { lines } = await told({ configuration, asJson: true })
  expect(JSON.parse(lines.join(''))).toMatchObject({
    tablet: { name: 'tablet-7', code: 'K7M2QX' },
    configuration: { state: 'failed', code: 'configurationInvalid' },
  })
})
