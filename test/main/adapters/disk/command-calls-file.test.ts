import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openCallCounter } from '../../../../main/adapters/disk/call-counter-file.ts'
import { openCommandCalls } from '../../../../main/adapters/disk/command-calls-file.ts'
import { days, instantOf, minutes } from '../../../../shared/time/time.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { createVirtualClock, mondayAfternoon } from '../../../support/virtual-clock.ts'

async function aFolder() {
  const place = await mkdtemp(join(tmpdir(), 'room-panel-calls-'))
  onTestFinished(() => rm(place, { recursive: true }))
  return join(place, 'calls')
}

async function opened() {
  const folder = await aFolder()
  const clock = createVirtualClock()
  const log = createMemoryLog()
  return { folder, clock, log, open: () => openCommandCalls({ folder, clock, log }) }
}

test('two commands and a panel that run at the same time count each other’s calls', async () => {
  const { folder, clock, log, open } = await opened()
  const panel = await openCallCounter({ folder, clock, log, commands: open() })
  const [doctor, provision] = [open(), open()]
  panel.count()
  for (const { count } of [doctor, provision, doctor, provision, doctor]) count()
  expect(panel.shareOf(8000).spent).toBe(6)
})

test('tells when the calls of a month were made', async () => {
  const { clock, open } = await opened()
  const { count, timesIn, madeIn } = open()
  count()
  await clock.advance(minutes(5))
  count()
  expect(timesIn(clock.now())).toEqual([mondayAfternoon, clock.now()])
  expect(madeIn(clock.now())).toBe(2)
})

test('each month begins a new file, and the previous one is removed', async () => {
  const { folder, clock, open } = await opened()
  const { count, madeIn } = open()
  count()
  await clock.advance(days(20))
  expect(madeIn(clock.now())).toBe(0)
  count()
  expect(madeIn(clock.now())).toBe(1)
  expect(await readdir(folder)).toEqual(['commands-2026-11.log'])
})

test('a tablet that stands in 1970 counts in the month that was counted last', async () => {
  const { folder, log, open } = await opened()
  open().count()
  const clock = createVirtualClock(instantOf(0))
  clock.unsureBy = Infinity
  openCommandCalls({ folder, clock, log }).count()
  expect(open().madeIn(mondayAfternoon)).toBe(2)
})

test('a folder that can’t be written is logged, and prevents no call', async () => {
  const { folder, log, open } = await opened()
  await writeFile(folder, 'a file where a folder should be')
  const { count, madeIn, timesIn } = open()
  count()
  expect(log.events()).toEqual(['calls.not-written'])
  expect([madeIn(mondayAfternoon), timesIn(mondayAfternoon)]).toEqual([0, []])
  expect(await readFile(folder, 'utf8')).toBe('a file where a folder should be')
})
