import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  createStatusWriter,
  readStatus,
  type StatusBeside,
  statusFilesIn,
} from '../../../../main/adapters/disk/status-file.ts'
import { type StatusShown, supportStatus } from '../../../../shared/snapshot/status.ts'
import { type Instant, minutes, plus, seconds } from '../../../../shared/time/time.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { mondayAfternoon } from '../../../support/virtual-clock.ts'

const freeAt = (now: Instant): StatusShown => ({ at: now, since: now, occupancy: 'free', connection: 'live' })

async function aStatus() {
  const parent = await mkdtemp(join(tmpdir(), 'room-panel-status-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const folder = join(parent, 'folder')
  await mkdir(folder)
  const memory = await mkdtemp(join(tmpdir(), 'room-panel-memory-'))
  onTestFinished(() => rm(memory, { recursive: true }))
  const files = statusFilesIn(folder, { ROOM_PANEL_STATUS_FOLDER: memory })
  const log = createMemoryLog()
  let refusals = 0
  let elapsed = 0
  const clock = { elapsed: () => elapsed }
  const onRefused = (): void => void (refusals += 1)
  const write = createStatusWriter({ files, clock, log, version: '1.2.3', onRefused })
  return {
    folder,
    files,
    log,
    refusals: () => refusals,
    /** So many seconds after the beginning. */
    shows: (after: number, beside: StatusBeside = {}, shown = freeAt) => {
      elapsed = seconds(after)
      write(shown(at(after)), beside)
    },
    now: async () => (await readStatus(files, 0))?.status,
    /** What it says once this was written. */
    written: (what: object) =>
      vi.waitFor(async () => {
        const said = (await readStatus(files, 0))?.status
        expect(said).toMatchObject(what)
        return said
      }),
  }
}

const at = (count: number): Instant => plus(mondayAfternoon, seconds(count))

test('says since when the door shows what it shows, and when the page last answered', async () => {
  const { shows, written } = await aStatus()
  shows(0)
  expect(await written({ at: at(0) })).toMatchObject({ since: at(0), occupancy: 'free', version: '1.2.3' })
  shows(60, { pageAt: at(60) })
  expect(await written({ at: at(60) })).toMatchObject({ since: at(0), pageAt: at(60) })
})

test('is written again every half a minute, and not with each answer of the page', async () => {
  const { shows, written, now } = await aStatus()
  for (let passed = 0; passed <= 28; passed += 4) shows(passed, { pageAt: at(passed) })
  await written({ at: at(0) })
  expect(await now()).toMatchObject({ at: at(0), pageAt: at(0) })
  shows(32, { pageAt: at(4) })
  await written({ at: at(32), since: at(0), pageAt: at(4) })
})

test('says what is new at once', async () => {
  const { shows, written, now } = await aStatus()
  shows(0)
  await written({ at: at(0) })
  shows(1, { pageAt: at(1) })
  await written({ pageAt: at(1) })
  shows(2, { pageAt: at(1), calm: 'outOfHours' })
  await written({ calm: 'outOfHours', since: at(0) })
  shows(3, { unreachable: 'covered' })
  await written({ unreachable: 'covered', since: at(0) })
  expect(await now()).not.toHaveProperty('calm')
  shows(4)
  await vi.waitFor(async () => expect(await now()).not.toHaveProperty('unreachable'))
  shows(5, {}, (now) => supportStatus('pageCrashes', now))
  await written({ since: at(5), occupancy: 'unknown', reason: 'pageCrashes', connection: 'offline' })
})

test('a disk that refuses the status is logged once, and the door’s state is still known', async () => {
  const { folder, files, log, refusals, shows, written } = await aStatus()
  shows(0)
  await written({ at: at(0) })
  await rm(folder, { recursive: true })
  shows(30)
  await written({ at: at(30), since: at(0) })
  await vi.waitFor(() => expect(refusals()).toBe(1))
  shows(60)
  await vi.waitFor(() => expect(refusals()).toBe(2))
  expect(log.events()).toEqual(['status.not-written'])
  await mkdir(folder)
  shows(90)
  await vi.waitFor(async () => expect(await readStatus(files.slice(1), 0)).toBeDefined())
  expect([refusals(), log.lines.length]).toEqual([2, 1])
})

test('the state from before a restart of the tablet is known, with its age', async () => {
  const { files, shows, written } = await aStatus()
  shows(0)
  await written({ at: at(0) })
  const [memory = '', disk = ''] = files
  await vi.waitFor(async () => expect(await readStatus([disk], 0)).toBeDefined())
  await rm(memory)
  const then = 1_700_000_000
  await utimes(disk, then, then)
  expect(await readStatus(files, seconds(then) + minutes(14))).toMatchObject({
    status: { at: at(0) },
    age: minutes(14),
  })
})

test('without a place in memory there is the panel’s own folder alone', () => {
  for (const environment of [{}, { ROOM_PANEL_STATUS_FOLDER: '' }])
    expect(statusFilesIn('/var/lib/panel', environment)).toEqual(['/var/lib/panel/status.json'])
})

test('a file that holds no status counts as none', async () => {
  expect(await readStatus(['/dev/null'], 0)).toBeUndefined()
  expect(await readStatus(['/no/such/file'], 0)).toBeUndefined()
})

test.each([1e300, 8.65e15, 1791784800e9, '1', null])('a status since %o is none', async (since) => {
  const { files, shows, written, now } = await aStatus()
  shows(0)
  await written({ at: at(0) })
  const [memory = '', disk = ''] = files
  await vi.waitFor(async () => expect(await readStatus([disk], 0)).toBeDefined())
  const whole: unknown = JSON.parse(await readFile(memory, 'utf8'))
  await rm(disk, { force: true })
  for (const moment of ['at', 'since', 'readAt']) {
    await writeFile(memory, JSON.stringify(Object.assign({}, whole, { [moment]: since })))
    expect(await now()).toBeUndefined()
  }
})
