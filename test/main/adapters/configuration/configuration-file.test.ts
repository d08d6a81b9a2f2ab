import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  configurationPlaces,
  placeToWrite,
  readConfiguration,
} from '../../../../main/adapters/configuration/configuration-file.ts'

const right = JSON.stringify({
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
})

let folder = ''
let file = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'room-panel-configuration-'))
  file = join(folder, 'config.json')
})

afterEach(() => rm(folder, { recursive: true }))

test('reads the first place that has a file', async () => {
  await writeFile(file, right)
  const read = await readConfiguration([join(folder, 'none.json'), file])
  expect(read).toMatchObject({ ok: true, value: { locale: 'zh-CN' } })
})

test('names the last place when there is no file in any', async () => {
  expect(await readConfiguration([join(folder, 'none.json'), file])).toEqual({
    ok: false,
    error: { kind: 'configurationMissing', file },
  })
})

test.each([
  ['no JSON', '{\n "feishu": ,', 'line 2, column 12'],
  ['nothing', '', 'line 1, column 1'],
])('a file with %s is unreadable, and it says from where on', async (_what, content, place) => {
  await writeFile(file, content)
  expect(await readConfiguration([file])).toEqual({
    ok: false,
    error: { kind: 'configurationUnreadable', file, place },
  })
})

test('a folder in the place of the file is unreadable', async () => {
  expect(await readConfiguration([folder])).toEqual({
    ok: false,
    error: { kind: 'configurationUnreadable', file: folder },
  })
})

test('a wrong value is named', async () => {
  await writeFile(file, '{"feishu":{},"room":{"id":"7"}}')
  expect(await readConfiguration([file])).toMatchObject({
    error: { kind: 'configurationInvalid', faults: [{ path: 'feishu.origin' }, {}, { path: 'room.id' }] },
  })
})

test("bears the mark that Windows' editors put at the beginning", async () => {
  await writeFile(file, `\uFEFF${right}`)
  expect((await readConfiguration([file])).ok).toBe(true)
})

test('a file that was named is the only place; else the one for all users goes first', () => {
  expect(configurationPlaces('/some/file', '/home/kiosk')).toEqual(['/some/file'])
  expect(configurationPlaces(undefined, '/home/kiosk')).toEqual([
    '/etc/room-panel/config.json',
    '/home/kiosk/config.json',
  ])
})

test('a new configuration takes the place of the one that is read, else the last place', async () => {
  const last = join(folder, 'last.json')
  expect(placeToWrite([file, last])).toBe(last)
  await writeFile(file, right)
  expect(placeToWrite([file, last])).toBe(file)
})
