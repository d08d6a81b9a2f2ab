import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { signFolder } from '../../build/updates/folder.mjs'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-updates-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('a folder without a package is not signed', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'notes.txt'), '')
  await expect(signFolder({ folder, packages: [], ring: 'ring-1', key: 'none' })).rejects.toThrow(
    'There is no package in',
  )
  expect(await readdir(folder)).toEqual(['notes.txt'])
})

test.each(['in the folder', 'named'])('a package that is cut off is not signed: %s', async (where) => {
  const folder = await aFolder()
  const file = join(folder, 'room-panel_0.1.1_amd64.deb')
  await writeFile(file, '!<arch>\ndebian-binary   1700000000  0     0     100644  4         `\n2.0\n')
  const packages = where === 'named' ? [file] : []
  const signing = signFolder({ folder, packages, ring: 'ring-1', key: 'none' })
  await expect(signing).rejects.toThrow('is no whole package')
  expect(await readdir(folder)).toEqual(['room-panel_0.1.1_amd64.deb'])
})

test('a mistyped name makes no folder', async () => {
  const folder = await aFolder()
  await expect(
    signFolder({ folder: join(folder, 'rnig-1'), packages: [], ring: 'ring-1', key: 'none' }),
  ).rejects.toThrow('ENOENT')
  expect(await readdir(folder)).toEqual([])
})
