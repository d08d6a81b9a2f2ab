import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tellHealth } from '../../../hub/cli/tell-health.ts'
import { hubChecks } from '../../../hub/composition/hub-checks.ts'
import { parseHubConfiguration } from '../../../hub/config/hub-configuration.ts'
import { createSystemClock } from '../../../main/adapters/clock/system-clock.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { aHubConfiguration } from '../config/a-hub-configuration.ts'

/** What the doctor says of a hub without a database and a broker. */
async function toldOf(over: object, asJson = false): Promise<{ status: number; lines: readonly string[] }> {
  const parsed = parseHubConfiguration({
    ...aHubConfiguration,
    database: { url: 'postgresql://localhost/hub?host=/nowhere' },
    ...over,
  })
  const configuration = parsed.ok ? parsed.value : expect.fail('The configuration of this test')
  const lines: string[] = []
  const checks = hubChecks(configuration, { clock: createSystemClock(), log: createMemoryLog() })
  const status = await tellHealth({ checks, say: (line) => lines.push(line), asJson })
  return { status, lines }
}

test('each thing has a line, what fails says why, and a store app has no titles', async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const secret = join(folder, 'encrypt-key')
  await writeFile(secret, 'key\n')
  const storeApp = {
    tenantKey: '1f2e3d4c5b6a7980',
    callback: { port: 9466 },
    encryptKeyFile: secret,
    verificationTokenFile: join(folder, 'verification-token'),
  }
  const { status, lines } = await toldOf({
    feishu: { ...aHubConfiguration.feishu, storeApp },
    appSecretFile: '/run/credentials/room-panel-hub.service/app-secret',
  })
  expect(status).toBe(1)
  expect(lines.map((line) => line.slice(0, 52).split(':').slice(0, 1)[0])).toEqual([
    'FAILED  database',
    'FAILED  broker',
    'off     app secret',
    'ok      encrypt key',
    'FAILED  verification token',
    'FAILED  ticket',
    'FAILED  token',
    'off     titles',
  ])
  expect(lines.at(-1)).toContain('to self-built apps alone')
})

test('a self-built app has titles unless IT hides them, and no ticket', async () => {
  const { lines } = await toldOf({ privacy: { showTitle: false } }, true)
  expect(JSON.parse(lines.join())).toMatchObject({
    ok: false,
    checks: [
      { name: 'database', kind: 'failed' },
      { name: 'broker', kind: 'failed' },
      { name: 'app secret', kind: 'failed' },
      { name: 'token', kind: 'failed' },
      { name: 'titles', kind: 'off', text: 'privacy.showTitle is false' },
    ],
  })
})
