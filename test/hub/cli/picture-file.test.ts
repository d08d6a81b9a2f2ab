import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPictureFile } from '../../../hub/cli/picture-file.ts'

test('a picture never replaces a file, and leaves none if there is no picture', async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-picture-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'door-a.jpg')
  const none = await openPictureFile(path)
  if (none.ok) await none.value.discard()
  const file = await openPictureFile(path)
  expect(file.ok && (await file.value.write(Buffer.from('one')))).toEqual({ ok: true })
  expect(await openPictureFile(path)).toMatchObject({ ok: false, error: { code: 'EEXIST' } })
  expect(await readFile(path, 'utf8')).toBe('one')
  await writeFile(path, 'of IT')
  expect(await openPictureFile(join(folder, 'nowhere', 'x.jpg'))).toMatchObject({
    ok: false,
    error: { code: 'ENOENT' },
  })
  expect(await readFile(path, 'utf8')).toBe('of IT')
})
