import { expect, test } from 'vitest'
import { health, type HealthParts } from '../../../main/cli/monitoring/health.ts'
import { err, ok } from '../../../shared/result.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aConfiguration } from '../../support/a-door.ts'
import { aShare } from '../../support/a-share.ts'
import { at } from '../../support/builders.ts'

const now = at('14:00')
const word = (over: object = {}, age = seconds(12)) => ({
  age,
  status: {
    at: now,
    since: now - minutes(20),
    occupancy: 'inUse',
    connection: 'live',
    readAt: now - seconds(30),
    pageAt: now - seconds(5),
    version: '0.1.0',
    ...over,
  },
})

function told(over: Partial<HealthParts> = {}) {
  const lines: string[] = []
  const exit = health({
    isRunning: true,
    word: word(),
    tablet: { name: 'tablet-7', code: 'K7M2QX' },
    serial: '5CD1234XYZ',
    installed: { panel: '0.1.1', electron: '45.4.1', package: '0.1.1' },
    configuration: ok(aConfiguration()),
    shareOf: aShare(1234),
    ...over,
    say: (line) => void lines.push(line),
  })
  expect(lines).toHaveLength(1)
  const said: unknown = JSON.parse(lines[0] ?? '')
  return { exit, told: said }
}

test('says of a door that is well who it is, what it shows and how old all of that is', () => {
  expect(told()).toEqual({
    exit: 0,
    told: {
      ok: true,
      faults: [],
      hub: null,
      room: aConfiguration().room.id,
      tablet: { name: 'tablet-7', code: 'K7M2QX', serial: '5CD1234XYZ' },
      versions: { panel: '0.1.1', electron: '45.4.1', package: '0.1.1', running: '0.1.0' },
      door: { occupancy: 'inUse', reason: null, connection: 'live', unreachable: null },
      ages: { word: 12, shown: 1212, calendar: 42, page: 17 },
      calls: { spent: 1234, share: 8000 },
    },
  })
})

const file = '/etc/room-panel/config.json'
const worlds: readonly (readonly [string, Partial<HealthParts>, string])[] = [
  ['no panel runs', { isRunning: false }, 'panelNotRunning'],
  ['the panel says nothing', { word: undefined }, 'statusMissing'],
  ['its word is old', { word: word({}, minutes(10)) }, 'statusOld'],
  ['the door knows nothing', { word: word({ occupancy: 'unknown', reason: 'quotaSpent' }) }, 'quotaSpent'],
  ['the page is silent', { word: word({ pageAt: now - minutes(9) }) }, 'pageSilent'],
  ['the disk takes no check-in', { word: word({ isKeepingNothing: true }) }, 'notWritable'],
  ['the page is covered', { word: word({ unreachable: 'covered' }) }, 'pageUnreachable'],
  ['the budget is spent', { shareOf: aShare(8000) }, 'shareSpent'],
  [
    'the configuration can’t be used',
    { configuration: err({ kind: 'configurationMissing', file }) },
    'configurationMissing',
  ],
]

test.each(worlds)('where %s the status is 1, and the fault has its code', (_world, over, code) => {
  const { exit, told: said } = told(over)
  expect(exit).toBe(1)
  expect(said).toMatchObject({ ok: false })
  expect(JSON.stringify(said)).toContain(`"code":"${code}"`)
})

test('unknown values are reported as unknown', () => {
  const installed = { panel: '0.1.0', electron: '45.4.1', package: undefined }
  const { told: said } = told({ isRunning: false, word: undefined, serial: undefined, installed })
  expect(said).toMatchObject({
    tablet: { serial: null },
    versions: { package: null, running: null },
    door: null,
    ages: null,
  })
})
