import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createConfigurationPlace } from '../../../main/adapters/configuration/configuration-place.ts'
import { canRead } from '../../../main/adapters/disk/can-read.ts'
import { carryOutOrder } from '../../../main/cli/carry-out-order.ts'
import { lineText } from '../../../main/cli/checks/check-line.ts'
import { englishAdvice } from '../../../shared/set-up/advice.ts'
import { createMemoryProbe } from '../../support/memory/memory-probe.ts'
import { noHub } from '../../support/line/no-hub.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

test('a missing logo is named, and the order is not stored until it is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-order-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const logo = join(folder, 'logo.svg')
  const config = {
    feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
    room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    display: { logo },
  }
  const lines: string[] = []
  const vault = createMemoryVault()
  const parts = {
    vault,
    clock: { ...createVirtualClock(), offset: () => 0 },
    probeFor: createMemoryProbe,
    timeZone: 'UTC',
    place: createConfigurationPlace(join(folder, 'config.json')),
    ...noHub,
    canRead,
  }
  const carriedOut = () =>
    carryOutOrder(JSON.stringify({ config, appSecret: 'the secret' }), parts, (line) =>
      lines.push(lineText(line)),
    )
  expect(await carriedOut()).toEqual({ kind: 'asBefore' })
  expect(lines[0]).toBe(`logo: pictureUnreadable (${logo}, ENOENT). ${englishAdvice.pictureUnreadable}`)
  expect(vault.secrets.size).toBe(0)
  await writeFile(logo, '<svg/>')
  expect(await carriedOut()).toEqual({ kind: 'stored' })
})
