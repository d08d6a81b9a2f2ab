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

test('a mistyped name makes no folder', async () => {
  const folder = await aFolder()
  await expect(
    signFolder({ folder: join(folder, 'rnig-1'), packages: [], ring: 'ring-1', key: 'none' }),
  ).rejects.toThrow('ENOENT')
  expect(await readdir(folder)).toEqual([])
})
