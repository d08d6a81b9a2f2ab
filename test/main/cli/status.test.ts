import { expect, test } from 'vitest'
import { status, type StatusParts } from '../../../main/cli/status.ts'
import { err, ok } from '../../../shared/result.ts'
import { englishAdvice } from '../../../shared/set-up/advice.ts'
import { minutes } from '../../../shared/time/time.ts'
import { aConfiguration } from '../../support/a-door.ts'
import { aShare } from '../../support/a-share.ts'
import { at } from '../../support/builders.ts'
import { createMemoryJournal } from '../../support/memory/memory-journal.ts'
import { aWord } from './a-tablet.ts'

async function told(over: Partial<StatusParts> = {}) {
  const lines: string[] = []
  const parts: StatusParts = {
    tablet: { name: 'tablet-7', code: 'K7M2QX' },
    isRunning: true,
    word: aWord({}),
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

test('the status lacks the calls if the configuration can’t be read', async () => {
  const configuration = err({ kind: 'configurationMissing', file: '/etc/room-panel/config.json' } as const)
  const lines = [
    ...(await told({ configuration })).lines,
    ...(await told({ configuration, asJson: true })).lines,
  ]
  expect(lines.filter((line) => line.includes('calls'))).toEqual([])
})

const reason = 'shareSpent'
test.each<[what: string, parts: Partial<StatusParts>, exit: 0 | 1, line: string]>([
  ['a room that is free', {}, 0, 'door: ok, free'],
  [
    'a room that is out of service',
    { word: aWord({ occupancy: 'outOfService' }) },
    0,
    'door: ok, outOfService',
  ],
  [
    'no panel',
    { isRunning: false },
    1,
    'door: panelNotRunning (it last showed free, as of 2026-10-12T06:00:00.000Z, 0 s ago). ',
  ],
  ['a panel without a word', { word: undefined }, 1, 'door: statusMissing. '],
  [
    'an old word',
    { word: aWord({}, minutes(3)) },
    1,
    'door: statusOld (free, as of 2026-10-12T06:00:00.000Z, 180 s ago). ',
  ],
  [
    'a door that knows nothing',
    { word: aWord({ occupancy: 'unknown', reason }) },
    1,
    'door: shareSpent (shows unknown: shareSpent). ',
  ],
  [
    'a page that people can’t see',
    { word: aWord({ unreachable: 'covered' }) },
    1,
    'page: pageUnreachable (covered). ',
  ],
])('the exit status follows the door: %s', async (_what, parts, exit, line) => {
  const text = await told(parts)
  expect(text.lines.some((said) => said.startsWith(line))).toBe(true)
  expect([text.exit, (await told({ ...parts, asJson: true })).exit]).toEqual([exit, exit])
})

test('says how old the panel’s word is, in both forms', async () => {
  const word = aWord({}, 12_400)
  expect((await told({ word })).lines).toEqual(
    expect.arrayContaining(['written: 12 s ago', 'occupancy: free']),
  )
  const { lines } = await told({ word, asJson: true })
  expect(JSON.parse(lines.join(''))).toMatchObject({
    door: { name: 'door', state: 'ok', detail: 'free' },
    shown: { occupancy: 'free', at: '2026-10-12T06:00:00.000Z' },
    age: 12,
  })
})

test('says which tablet it is, and names what is wrong in the configuration by its path', async () => {
  const faults = [{ path: 'room.id', rule: 'roomId' }] as const
  const configuration = err({ kind: 'configurationInvalid', faults } as const)
  expect((await told({ configuration, word: undefined })).lines).toEqual([
    'panel: running',
    'tablet: tablet-7, K7M2QX',
    `door: statusMissing. ${englishAdvice.statusMissing}`,
    'page: skipped: needs panel',
    'configuration: configurationInvalid (room.id must be a room id: omm_ and 32 hexadecimal digits). Put the values right.',
    'journal: missing, 0 check-ins',
  ])
  const { lines } = await told({ configuration, asJson: true })
  expect(JSON.parse(lines.join(''))).toMatchObject({
    tablet: { name: 'tablet-7', code: 'K7M2QX' },
    configuration: { state: 'failed', code: 'configurationInvalid' },
  })
})
