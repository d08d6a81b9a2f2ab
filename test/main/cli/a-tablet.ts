import { expect } from 'vitest'
import { secretAccounts } from '../../../engine/installation/app-secret.ts'
import type { PanelStatus, PanelWord } from '../../../main/cli/checks/door-findings.ts'
import { doctor, type DoctorParts } from '../../../main/cli/doctor.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { ok } from '../../../shared/result.ts'
import { minutes, plus } from '../../../shared/time/time.ts'
import { aShare } from '../../support/a-share.ts'
import { noHub } from '../../support/line/no-hub.ts'
import { asDirect } from '../../support/line/only-direct.ts'
import { createMemoryJournal } from '../../support/memory/memory-journal.ts'
import { createMemoryProbe } from '../../support/memory/memory-probe.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'
import { createVirtualClock, mondayAfternoon } from '../../support/virtual-clock.ts'

export const appId = 'cli_a1b2c3d4e5f60718'
const parsed = parseConfiguration({
  feishu: { origin: 'https://open.feishu.cn', appId },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
})
const configuration = parsed.ok ? asDirect(parsed.value) : expect.fail('the configuration of this test')

/** A tablet on which all is well. */
export function createTablet() {
  const vault = createMemoryVault()
  for (const [account, secret] of secretAccounts(configuration.feishu, 'the secret'))
    vault.secrets.set(account, secret)
  const clock = { ...createVirtualClock(), offset: () => 0 }
  return {
    configuration: ok(configuration) as DoctorParts['configuration'],
    vault,
    network: {
      addressesOf: async () => ok(['203.0.113.7', '203.0.113.8', '203.0.113.9']),
      proxyFor: async () => undefined,
      listens: async () => true,
    } as DoctorParts['network'],
    canRead: (async () => ok(undefined)) as DoctorParts['canRead'],
    probe: createMemoryProbe(),
    lineProbeFor: ((configuration) => noHub.lineProbeFor(configuration, '')) as DoctorParts['lineProbeFor'],
    clock,
    timeZone: 'Asia/Shanghai',
    journal: createMemoryJournal({ kind: 'missing' }),
    storage: {
      free: async () => ok(7_654_321_000),
      takesFiles: async () => ok(undefined),
    } as DoctorParts['storage'],
    program: { version: '0.1.0', electron: '45.4.1' },
    isRunning: true,
    word: aWord({}) as DoctorParts['word'],
    shareOf: aShare(1234) as DoctorParts['shareOf'],
  }
}

/** A panel that has just said that all is well, but for this. */
export const aWord = (status: Partial<PanelStatus>, age = 0): PanelWord => ({
  status: {
    at: mondayAfternoon,
    since: mondayAfternoon,
    occupancy: 'free',
    pageAt: plus(mondayAfternoon, -minutes(1)),
    ...status,
  },
  age,
})

/** One that has shown the same for so long, ms, and whose page has not answered since. */
export function neverPainted(shownFor: number): PanelWord {
  const { pageAt: _, ...status } = aWord({ since: plus(mondayAfternoon, -shownFor) }).status
  return { status, age: 0 }
}

export type Tablet = ReturnType<typeof createTablet>

export async function examined(tablet: Tablet) {
  const lines: string[] = []
  const { shareOf, ...rest } = tablet
  const parts = { ...rest, ...(shareOf && { shareOf }), probeFor: () => tablet.probe }
  const status = await doctor({ ...parts, asJson: false, say: (line) => lines.push(line) })
  return { status, lines }
}
