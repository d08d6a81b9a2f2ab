import { expect, test } from 'vitest'
import type { ConfigurationSource } from '../../../engine/ports.ts'
import { createBrand } from '../../../main/window/brand.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { err, ok } from '../../../shared/result.ts'
import { createMemoryConfiguration } from '../../support/memory/memory-configuration.ts'

const parsed = parseConfiguration({
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
  display: { logo: '/etc/room-panel/logo.svg' },
})
const configuration = parsed.ok ? parsed.value : expect.fail('the configuration')

const source: ConfigurationSource = {
  read: async () => ok(configuration),
  follow: (take) => {
    void take(ok(configuration))
    return () => undefined
  },
  place: createMemoryConfiguration().place,
}

test('knows the pictures of the configuration once it is read, and hands it on', async () => {
  const brand = createBrand()
  expect(brand.fileOf('logo')).toBeUndefined()
  expect(await brand.learningFrom(source).read()).toEqual(ok(configuration))
  expect(brand.fileOf('logo')).toBe('/etc/room-panel/logo.svg')
  for (const other of ['background', 'constructor', 'logo.svg']) expect(brand.fileOf(other)).toBeUndefined()
})

test('knows no picture without a configuration', async () => {
  const brand = createBrand()
  const missing = err({ kind: 'configurationMissing', file: '/etc/room-panel/config.json' } as const)
  expect(await brand.learningFrom({ ...source, read: async () => missing }).read()).toEqual(missing)
  expect(brand.fileOf('logo')).toBeUndefined()
})

test('knows the pictures of a configuration that was changed since, and hands it on', async () => {
  const brand = createBrand()
  const read = await new Promise((resolve) =>
    brand.learningFrom(source).follow(async (found) => resolve(found)),
  )
  expect(read).toEqual(ok(configuration))
  expect(brand.fileOf('logo')).toBe('/etc/room-panel/logo.svg')
})
