import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { noteStart } from '../../../../main/adapters/disk/starts-file.ts'
import { isLoop, noDeaths } from '../../../../shared/panel/crash-loop.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'

/** A tablet that is on, and whose program can be started again and again. */
async function aTablet() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-starts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const log = createMemoryLog()
  const tablet = { upFor: 60_000, version: '1.0.0' }
  const start = () => noteStart({ folder, log, version: tablet.version, upFor: () => (tablet.upFor += 1000) })
  return { folder, file: join(folder, 'starts.json'), log, tablet, start }
}

test('a program that was killed again and again before it was well finds itself in a loop', async () => {
  const { start, file } = await aTablet()
  const loops = Array.from({ length: 6 }, () => isLoop(start().deaths))
  expect(loops).toEqual([false, false, false, false, true, true])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a program that was well each time is in no loop', async () => {
  const { start } = await aTablet()
  for (let life = 0; life < 20; life += 1) {
    const { deaths, isWell } = start()
    expect(isLoop(deaths)).toBe(false)
    isWell()
  }
})

test('a program that was ended on request counts no death', async () => {
  const { start } = await aTablet()
  for (let life = 0; life < 5; life += 1) start()
  start().isEnding()
  expect(start().deaths).toEqual(noDeaths)
})

test('another version, as after an update or its return, begins anew', async () => {
  const { start, tablet } = await aTablet()
  for (let life = 0; life < 5; life += 1) start()
  tablet.version = '0.9.0'
  expect(start().deaths).toEqual(noDeaths)
})

test('a tablet that was switched off and on begins anew', async () => {
  const { start, tablet } = await aTablet()
  for (let life = 0; life < 5; life += 1) start()
  tablet.upFor = 5000
  expect(start().deaths).toEqual(noDeaths)
})

test.each(['', '{', '[]', '{"deaths":7}', '\0\0\0\0'])(
  'a file with %o in it counts as none, and is written anew',
  async (text) => {
    const { start, file, folder, log } = await aTablet()
    await writeFile(file, text)
    expect(start().deaths).toEqual(noDeaths)
    expect(log.events()).toEqual(['starts.unreadable'])
    expect(await readFile(file, 'utf8')).toMatch(/"state":"begun"/)
    expect(await readdir(folder)).toEqual(['starts.json'])
  },
)

test('a disk that refuses every write does not keep the program from starting', async () => {
  const { file, folder, log } = await aTablet()
  await writeFile(file, 'a file where a folder should be')
  const { deaths, isWell } = noteStart({ folder: file, log, version: '1.0.0' })
  isWell()
  expect(deaths).toEqual(noDeaths)
  expect(log.events()).toContain('starts.not-written')
  expect(await readdir(folder)).toEqual(['starts.json'])
})
