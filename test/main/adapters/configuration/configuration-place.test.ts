import { chmod, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createConfigurationPlace } from '../../../../main/adapters/configuration/configuration-place.ts'
import { parseConfiguration } from '../../../../shared/config/parse-configuration.ts'

const parsed = parseConfiguration({
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
})
const configuration = parsed.ok ? parsed.value : expect.fail('the configuration of this test')

async function aPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-place-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'config.json')
  const stage = async (of = file) => {
    const staged = await createConfigurationPlace(of).stage(configuration)
    return staged.ok ? staged.value : expect.fail(String(staged.error))
  }
  return { folder, file, stage, text: () => readFile(file, 'utf8') }
}

test('a staged configuration has no effect before it is committed', async () => {
  const { folder, file, stage, text } = await aPlace()
  await writeFile(file, 'the old one')
  const staged = await stage()
  expect(await text()).toBe('the old one')
  expect(await staged.commit()).toEqual({ ok: true, value: undefined })
  expect(JSON.parse(await text())).toEqual(configuration)
  expect(await readdir(folder)).toEqual(['config.json'])
})

test('a discarded configuration leaves no file', async () => {
  const { folder, file, stage } = await aPlace()
  await writeFile(file, 'the old one')
  await (await stage()).discard()
  expect(await readdir(folder)).toEqual(['config.json'])
})

test('the users who could read the old configuration can read the new one, and a link stays a link', async () => {
  const { folder, file, stage } = await aPlace()
  await writeFile(file, 'the old one')
  await chmod(file, 0o640)
  const link = join(folder, 'link.json')
  await symlink(file, link)
  await (await stage(link)).commit()
  expect(await readlink(link)).toBe(file)
  expect((await stat(file)).mode & 0o777).toBe(0o640)
})
