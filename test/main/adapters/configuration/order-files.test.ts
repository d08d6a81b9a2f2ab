import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  createOrderFiles,
  orderFileName,
  stickFolders,
} from '../../../../main/adapters/configuration/order-files.ts'

const order = '{"config":{},"appSecret":"Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1"}'

async function aTablet() {
  const place = await mkdtemp(join(tmpdir(), 'room-panel-order-'))
  onTestFinished(() => rm(place, { recursive: true }))
  const [folder, stick] = [join(place, 'data'), join(place, 'media', 'kiosk', 'STICK')]
  await mkdir(folder)
  await mkdir(stick, { recursive: true })
  const roots = [{ root: join(place, 'media'), depths: [1, 2] }]
  const files = createOrderFiles({ folder, sticks: () => stickFolders('linux', roots) })
  return {
    place,
    files,
    folder,
    stick,
    file: join(folder, orderFileName),
    onStick: join(stick, orderFileName),
  }
}

test('finds the file in the own folder, and on a stick when asked to', async () => {
  const { files, file, onStick } = await aTablet()
  expect(await files.find('everywhere')).toEqual([])
  await writeFile(file, order)
  await writeFile(onStick, order)
  const paths = async (where: 'ownFolder' | 'everywhere') => (await files.find(where)).map(({ path }) => path)
  expect(await paths('ownFolder')).toEqual([file])
  expect(await paths('everywhere')).toEqual([file, onStick])
})

test('has another version of a file that was written again', async () => {
  const { files, file } = await aTablet()
  await writeFile(file, order)
  const [before] = await files.find('ownFolder')
  expect(await files.find('ownFolder')).toEqual([before])
  await utimes(file, 1, 1)
  expect(await files.find('ownFolder')).not.toEqual([before])
})

test('reads what is in it, without the mark that editors on Windows put before it', async () => {
  const { files, file } = await aTablet()
  await writeFile(file, `\uFEFF${order}`)
  expect(await files.read(file)).toEqual({ ok: true, value: order })
})

test('a destroyed file is gone', async () => {
  const { files, file, folder } = await aTablet()
  await writeFile(file, order)
  expect((await files.destroy(file)).ok).toBe(true)
  expect(await readdir(folder)).toEqual([])
})

test('the bytes of a destroyed file are written over before it is gone', async () => {
  const { files, file, place } = await aTablet()
  await writeFile(file, order)
  // A second name keeps the same bytes in sight.
  const other = join(place, 'other-name')
  await link(file, other)
  await files.destroy(file)
  expect(await readFile(other, 'utf8')).toBe(' '.repeat(order.length))
})

test('a link is no order, and what it leads to stays', async () => {
  const { files, file, place } = await aTablet()
  const elsewhere = join(place, 'elsewhere.json')
  await writeFile(elsewhere, order)
  await symlink(elsewhere, file)
  expect(await files.find('ownFolder')).toEqual([])
  expect((await files.read(file)).ok).toBe(false)
  expect((await files.destroy(file)).ok).toBe(false)
  expect(await readFile(elsewhere, 'utf8')).toBe(order)
})

test('a folder of that name is no order', async () => {
  const { files, file } = await aTablet()
  await mkdir(file)
  expect(await files.find('everywhere')).toEqual([])
})

test('a file that is far too large for an order is not read', async () => {
  const { files, file } = await aTablet()
  await writeFile(file, Buffer.alloc(64 * 1024 + 1))
  expect((await files.read(file)).ok).toBe(false)
})

test('a file that is gone by now fails calmly', async () => {
  const { files, file } = await aTablet()
  expect((await files.read(file)).ok).toBe(false)
  expect((await files.destroy(file)).ok).toBe(false)
})

test('on Windows each letter may be a stick, but for those of the disks for diskettes and the system', async () => {
  const folders = await stickFolders('win32')
  expect(folders[0]).toBe('D:\\')
  expect(folders).toHaveLength(23)
})
