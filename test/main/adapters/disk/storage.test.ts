import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createStorage } from '../../../../main/adapters/disk/storage.ts'

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-storage-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { folder, journalFolder: join(folder, 'journal') }
}

test('says how much room there is', async () => {
  const free = await createStorage(await aFolder()).free()
  expect(free.ok && free.value).toBeGreaterThan(0)
})

test('tries whether a file can be made, and leaves none', async () => {
  const { folder, journalFolder } = await aFolder()
  expect(await createStorage({ folder, journalFolder }).takesFiles()).toEqual({ ok: true, value: undefined })
  expect(await readdir(journalFolder)).toEqual([])
})

test('where a file lies in the way there is no room', async () => {
  const { folder, journalFolder } = await aFolder()
  await writeFile(journalFolder, '')
  const storage = createStorage({ folder, journalFolder })
  expect(await storage.takesFiles()).toMatchObject({ ok: false, error: { code: 'EEXIST' } })
})

test.runIf(process.platform === 'linux')('not every folder takes files', async () => {
  const { folder } = await aFolder()
  const storage = createStorage({ folder, journalFolder: '/proc/self' })
  expect(await storage.takesFiles()).toMatchObject({ ok: false })
})
