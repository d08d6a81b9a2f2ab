import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { FeishuDependencies } from '../../../../engine/calendars/feishu/calls/connection.ts'
import { createFeishuCalendar } from '../../../../engine/calendars/feishu/feishu-calendar.ts'
import { createFeishuProbe } from '../../../../engine/calendars/feishu/feishu-probe.ts'
import { setUpPanel } from '../../../../engine/installation/set-up.ts'
import { createDoorPanel } from '../../../../engine/door-panel/door-panel.ts'
import type { SecretProblem } from '../../../../engine/secrets.ts'
import { createConfigurationPlace } from '../../../../main/adapters/configuration/configuration-place.ts'
import { canRead } from '../../../../main/adapters/disk/can-read.ts'
import { provision } from '../../../../main/cli/provision.ts'
import { parseConfiguration } from '../../../../shared/config/parse-configuration.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { hours, minutes } from '../../../../shared/time/time.ts'
import { createWorld } from '../../../../simulator/world.ts'
import { dice } from '../../../simulator/a-world.ts'
import { aShare } from '../../../support/a-share.ts'
import { createConfigurationOnPaper } from '../../../support/configuration-on-paper.ts'
import { createMemoryAdmin } from '../../../support/memory/memory-admin.ts'
import { createMemoryJournal } from '../../../support/memory/memory-journal.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { createMemoryVault } from '../../../support/memory/memory-vault.ts'
import { noHub } from '../../../support/line/no-hub.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'
import { httpOf } from '../../../support/world-http.ts'

/** A panel at work against a simulated Feishu, and the command that sets it up. */
async function createDoor() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-rotation-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const clock = createVirtualClock()
  const log = createMemoryLog()
  const vault = createMemoryVault()
  const world = createWorld({ now: clock.now, random: dice(1) })
  const app = world.addApp()
  const room = world.addRoom()
  const config = {
    feishu: { origin: 'https://open.feishu.cn', appId: app.id },
    room: { id: room.id },
    budget: { callsPerMonth: 1_000_000 },
    timeZone: 'Asia/Shanghai',
  }
  const configuration = parseConfiguration(config)
  if (!configuration.ok) return expect.fail('the configuration')
  const feishuWith = (readSecret: () => Promise<Result<string, SecretProblem>>): FeishuDependencies => ({
    ...config.feishu,
    roomId: room.id,
    http: httpOf(world),
    clock,
    log,
    random: () => 0.5,
    readSecret,
  })
  const lines: string[] = []
  const provisioned = (appSecret: string) =>
    provision(JSON.stringify({ config, appSecret }), {
      vault,
      clock: { ...clock, error: () => 0, offset: () => 0 },
      probeFor: () => createFeishuProbe(feishuWith(async () => ok(appSecret))),
      timeZone: 'UTC',
      place: createConfigurationPlace(join(folder, 'config.json')),
      ...noHub,
      canRead,
      say: (line) => lines.push(line),
    })
  const open = () =>
    createDoorPanel({
      clock,
      log,
      journal: createMemoryJournal({ kind: 'missing' }),
      rate: 1,
      admin: createMemoryAdmin(),
      tablet: { locale: 'en-US', timeZone: 'UTC' },
      identity: () => ({ name: 'tablet', code: 'K7M2QX' }),
      followConfiguration: createConfigurationOnPaper(clock, configuration.value).followConfiguration,
      setUp: (standing, previewConfiguration) =>
        setUpPanel(
          {
            readConfiguration: async () => configuration,
            vault,
            calendarFor: (_, readSecret) => createFeishuCalendar(feishuWith(readSecret)),
            calls: { count: () => undefined, shareOf: aShare(0) },
            takeOrder: async () => 'none',
          },
          standing,
          previewConfiguration,
        ),
    })
  return { clock, log, vault, world, app, lines, provisioned, open }
}

test('a rotated secret is taken by the panel that runs, with no restart and no dark minute', async () => {
  const { clock, log, vault, world, app, provisioned, open } = await createDoor()
  expect(await provisioned(app.secret)).toBe(0)
  const panel = open()
  onTestFinished(panel.stop)
  await clock.advance(minutes(1))

  const dark: number[] = []
  const goOn = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += minutes(1)) {
      await clock.advance(minutes(1))
      if (panel.current().connection.kind !== 'live') dark.push(clock.elapsed())
    }
  }
  await goOn(minutes(50))
  const before = world.callsTo('token')
  const secret = world.rotateSecret(app)
  await goOn(minutes(10))
  expect(await provisioned(secret)).toBe(0)
  expect(vault.secrets.get(app.id)).toBe(secret)
  await goOn(hours(6))
  expect(dark).toEqual([])
  expect(world.callsTo('token')).toBeGreaterThan(before + 2)
  expect(log.events()).not.toContain('feishu.call-failed')
})

test('the old secret is no longer stored once Feishu has another', async () => {
  const { vault, world, app, lines, provisioned } = await createDoor()
  const old = app.secret
  expect(await provisioned(old)).toBe(0)
  const secret = world.rotateSecret(app)
  expect(await provisioned(secret)).toBe(0)
  expect(await provisioned(old)).toBe(1)
  expect(lines.at(-1)).toBe('nothing was stored')
  expect(vault.secrets.get(app.id)).toBe(secret)
})
