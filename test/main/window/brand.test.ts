import { expect, test } from 'vitest'
import type { SetUpSource } from '../../../engine/installation/panel-dependencies.ts'
import type { FollowConfiguration } from '../../../engine/ports.ts'
import { createBrand } from '../../../main/window/brand.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { err, ok } from '../../../shared/result.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'

const configuration = parseConfiguration({
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
  display: { logo: '/etc/room-panel/logo.svg' },
})
const dependencies = {
  configuration: configuration.ok ? configuration.value : expect.fail('the configuration'),
  calendar: createMemoryCalendar(),
}

const setUp: SetUpSource['setUp'] = async (_standing, previewConfiguration) => {
  await previewConfiguration(dependencies.configuration)
  return ok(dependencies)
}

const followConfiguration: FollowConfiguration = (take) => {
  void take(ok(dependencies.configuration))
  return () => undefined
}

test('knows the pictures of the configuration once it is read, and hands the set-up on', async () => {
  const brand = createBrand()
  expect(brand.fileOf('logo')).toBeUndefined()
  const source = brand.learningFrom({ setUp, followConfiguration })
  const foreseen: (string | undefined)[] = []
  const previewConfiguration = async (): Promise<void> => void foreseen.push(brand.fileOf('logo'))
  expect(await source.setUp('new', previewConfiguration)).toEqual(ok(dependencies))
  expect(foreseen).toEqual(['/etc/room-panel/logo.svg'])
  expect(brand.fileOf('logo')).toBe('/etc/room-panel/logo.svg')
  for (const other of ['background', 'constructor', 'logo.svg']) expect(brand.fileOf(other)).toBeUndefined()
})

test('knows none without a configuration', async () => {
  const brand = createBrand()
  const failed = err({ kind: 'keyringLocked' } as const)
  const source = brand.learningFrom({ setUp: async () => failed, followConfiguration })
  expect(await source.setUp('new', async () => {})).toEqual(failed)
  expect(brand.fileOf('logo')).toBeUndefined()
})

test('knows those of a configuration that was changed since, and hands it on', async () => {
  const brand = createBrand()
  const { followConfiguration: follow } = brand.learningFrom({
    setUp: async () => err({ kind: 'keyringLocked' }),
    followConfiguration,
  })
  const read = await new Promise((resolve) => follow(async (found) => resolve(found)))
  expect(read).toEqual(ok(dependencies.configuration))
  expect(brand.fileOf('logo')).toBe('/etc/room-panel/logo.svg')
})
