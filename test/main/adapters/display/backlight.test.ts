import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isBacklightOff } from '../../../../main/adapters/display/backlight.ts'

type Light = Readonly<Record<string, string>>

const shining: Light = { bl_power: '0\n', brightness: '120\n' }

test.each<[name: string, lights: readonly Light[], isOff: boolean]>([
  ['no light that Linux can switch', [], false],
  ['a light that shines', [shining], false],
  ['a light without power', [{ ...shining, bl_power: '4\n' }], true],
  ['a light at nothing', [{ ...shining, brightness: '0\n' }], true],
  ['one that shines of two', [shining, { ...shining, brightness: '0\n' }], false],
  ['two that are off', [{ bl_power: '4\n' }, { brightness: '0\n' }], true],
  ['a light that tells nothing', [{}], false],
  ['a light that tells something odd', [{ bl_power: 'off', brightness: '-1' }], false],
])('%s', async (_name, lights, isOff) => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-light-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [index, files] of lights.entries()) {
    await mkdir(join(folder, `light${index}`))
    for (const [name, text] of Object.entries(files))
      await writeFile(join(folder, `light${index}`, name), text)
  }
  expect(await isBacklightOff(folder)).toBe(isOff)
})

test('a machine without such a folder has no light that is off', async () => {
  expect(await isBacklightOff('/no/such/folder')).toBe(false)
})
