import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPinLockOut } from '../../../../engine/admin/pin-lock-out.ts'
import { createPinTriesFile } from '../../../../main/adapters/secrets/pin-tries-file.ts'
import { ok } from '../../../../shared/result.ts'
import { minutes, seconds } from '../../../../shared/time/time.ts'
import { createMemoryAudit, createMemoryPin } from '../../../support/memory/memory-admin.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-pin-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { folder, file: join(folder, 'pin-tries.json') }
}

/** The lock of a program that has just begun in this folder; the PIN is 2468. */
function aLockIn(folder: string) {
  const clock = createVirtualClock()
  const log = createMemoryLog()
  const [pin, audit] = [createMemoryPin(), createMemoryAudit()]
  const lock = createPinLockOut({ clock, log, pin, audit, tries: createPinTriesFile({ folder }) })
  return { clock, log, lock }
}

test('a new tablet has no wrong PINs', async () => {
  const { folder } = await aFolder()
  expect(await createPinTriesFile({ folder }).read()).toEqual(ok(0))
})

test('the count is kept for the next program, whole, and only its owner can read it', async () => {
  const { folder, file } = await aFolder()
  expect(await createPinTriesFile({ folder }).write(7)).toEqual(ok(undefined))
  expect(await createPinTriesFile({ folder }).read()).toEqual(ok(7))
  expect(await readdir(folder)).toEqual(['pin-tries.json'])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test.each(['', '{', '{"wrong":-1}', '{"wrong":"7"}', '{"wrong":1.5}', '{"wrong":0,"open":true}'])(
  'a file with %o in it is set aside, and locks',
  async (text) => {
    const { folder, file } = await aFolder()
    await writeFile(file, text)
    const { lock } = aLockIn(folder)
    expect(await lock.left()).toEqual(ok(seconds(30)))
    expect(await readFile(join(folder, 'pin-tries.set-aside.json'), 'utf8')).toBe(text)
  },
)

test('a folder that is none gives no count and takes none', async () => {
  const { file } = await aFolder()
  await writeFile(file, 'a file where a folder should be')
  const tries = createPinTriesFile({ folder: file })
  expect((await tries.read()).ok).toBe(false)
  expect((await tries.write(1)).ok).toBe(false)
})

test('ten wrong PINs lock for a growing time, also after a restart, and the right one works after it', async () => {
  const { folder } = await aFolder()
  const waits: unknown[] = []
  for (let tries = 0; tries < 10; tries++) {
    // A new program for each try: no restart forgets.
    const { clock, lock } = aLockIn(folder)
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const left = await lock.left()
    waits.push(left.ok ? left.value : left.error)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clock.advance(left.ok ? left.value : 0)
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await lock.attempt('0000')).toEqual(ok(false))
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480].map(seconds))
  const { clock, lock } = aLockIn(folder)
  expect(await lock.attempt('2468')).toEqual(ok(false))
  await clock.advance(minutes(16))
  expect(await lock.attempt('2468')).toEqual(ok(true))
  expect(await aLockIn(folder).lock.left()).toEqual(ok(0))
})
