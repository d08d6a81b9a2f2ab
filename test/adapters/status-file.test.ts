import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createStatusWriter, readStatus, statusFileIn } from '../../main/adapters/status-file.ts'
import { snapshotOf } from '../../shared/domain/snapshot-of.ts'
import { newPanel } from '../../shared/domain/panel.ts'
import type { Calm } from '../../shared/domain/calm.ts'
import type { Obstacle } from '../../shared/domain/obstacle.ts'
import type { Snapshot } from '../../shared/domain/snapshot.ts'
import { type Instant, plus, seconds } from '../../shared/domain/time.ts'
import { viewOfTablet } from '../../main/panel/view.ts'
import { createMemoryLog } from '../support/memory-log.ts'
import { mondayAfternoon } from '../support/virtual-clock.ts'

const viewAt = viewOfTablet({ locale: 'en-US', timeZone: 'UTC' })
const snapshotAt = (now: Instant): Snapshot => ({
  ...snapshotOf(newPanel, now, viewAt(now)),
  revision: 1,
  rate: 1,
  tablet: { name: 'tablet', code: 'K7M2QX' },
})

async function aStatus() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-status-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  let pageAt: Instant | undefined
  let obstacle: Obstacle | undefined
  let calm: Calm | undefined
  let refusals = 0
  const [file, log] = [statusFileIn(folder), createMemoryLog()]
  const write = createStatusWriter({
    file,
    log,
    pageAt: () => pageAt,
    obstacle: () => obstacle,
    calm: () => calm,
    version: '1.2.3',
    onRefused: () => (refusals += 1),
  })
  return {
    file,
    log,
    refusals: () => refusals,
    shown: (now: Instant, answered?: Instant) => {
      pageAt = answered
      write(snapshotAt(now))
    },
    isUnreachable: (how: Obstacle | undefined) => {
      obstacle = how
    },
    nobodyNeedsIt: () => {
      calm = 'outOfHours'
    },
  }
}

test('says since when the door shows what it shows, and when the page last answered', async () => {
  const { file, shown } = await aStatus()
  shown(mondayAfternoon)
  await vi.waitFor(async () => expect(await readStatus(file)).toMatchObject({ since: mondayAfternoon }))
  const later = plus(mondayAfternoon, seconds(60))
  shown(later, later)
  await vi.waitFor(async () =>
    expect(await readStatus(file)).toMatchObject({
      since: mondayAfternoon,
      occupancy: 'unknown',
      pageAt: later,
    }),
  )
})

test('an answer of the page every few seconds is not written each time', async () => {
  const { file, shown } = await aStatus()
  const at = (count: number): Instant => plus(mondayAfternoon, seconds(count))
  for (let passed = 0; passed <= 28; passed += 4) shown(at(passed), at(passed))
  await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toContain(String(at(0))))
  expect(await readStatus(file)).toMatchObject({ pageAt: at(0) })
})

test('says which program it is, and at once whether it may be taken away', async () => {
  const { file, shown, nobodyNeedsIt } = await aStatus()
  shown(mondayAfternoon)
  await vi.waitFor(async () => expect(await readStatus(file)).toMatchObject({ version: '1.2.3' }))
  expect(await readStatus(file)).not.toHaveProperty('calm')
  nobodyNeedsIt()
  shown(plus(mondayAfternoon, seconds(1)))
  await vi.waitFor(async () =>
    expect(await readStatus(file)).toMatchObject({ calm: 'outOfHours', since: mondayAfternoon }),
  )
})

test('a disk that does not take it is told of', async () => {
  const { file, shown, refusals } = await aStatus()
  await mkdir(file)
  shown(mondayAfternoon)
  await vi.waitFor(() => expect(refusals()).toBe(1))
})

test('what is no status is none', async () => {
  expect(await readStatus('/dev/null')).toBeUndefined()
  expect(await readStatus('/no/such/file')).toBeUndefined()
})

test.each([1e300, 8.65e15, 1791784800e9, '1', null])('a status since %o is none', async (since) => {
  const folder = await mkdtemp(join(tmpdir(), 'status-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = statusFileIn(folder)
  await writeFile(file, JSON.stringify({ since, occupancy: 'free', connection: 'live' }))
  expect(await readStatus(file)).toBeUndefined()
  await writeFile(file, JSON.stringify({ since: 0, readAt: since, occupancy: 'free', connection: 'live' }))
  expect(await readStatus(file)).toBeUndefined()
})

test('says at once that nobody can see the page, and that people can again', async () => {
  const { file, shown, isUnreachable } = await aStatus()
  shown(mondayAfternoon)
  isUnreachable('covered')
  shown(plus(mondayAfternoon, seconds(4)))
  await vi.waitFor(async () => expect(await readStatus(file)).toMatchObject({ unreachable: 'covered' }))
  isUnreachable(undefined)
  shown(plus(mondayAfternoon, seconds(8)))
  await vi.waitFor(async () => expect(await readStatus(file)).not.toHaveProperty('unreachable'))
})
