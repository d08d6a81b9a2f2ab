import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLastReadingFile } from '../../../../main/adapters/disk/last-reading-file.ts'
import type { CachedSchedule } from '../../../../shared/reading/cached-schedule.ts'
import { aBooking, aPlace, at } from '../../../support/builders.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'

const { organizer: _, ...secret } = aBooking('14:00', '15:00')
const reading: CachedSchedule = {
  of: aPlace,
  readAt: at('10:00'),
  bookings: [
    aBooking('10:00', '11:00', { title: 'Review' }),
    aBooking('12:00', '13:00', { organizer: {} }),
    secret,
  ],
  room: { name: 'Magnolia', capacity: 8, place: ['North', '12F'], outOfService: { until: at('18:00') } },
  keptAt: at('10:00:01'),
  clocks: { wall: at('10:00:01'), battery: at('10:00'), boot: { id: 'a', age: 1234.5 } },
}

function aFile(folder = mkdtempSync(join(tmpdir(), 'last-reading-')), version = '1.0.0') {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const log = createMemoryLog()
  const made = createLastReadingFile({ folder, version, log, clocks: () => reading.clocks })
  return { folder, log, path: join(folder, 'last-reading.json'), ...made }
}

test('a stored reading is recalled by the next program, and only its owner can read the file', async () => {
  const file = aFile()
  expect(await file.recall()).toBeUndefined()
  file.keep(reading)
  await expect.poll(() => aFile(file.folder).recall()).toEqual(reading)
  if (process.platform !== 'win32') expect(statSync(file.path).mode & 0o777).toBe(0o600)
})

test('a deleted reading stays deleted, even after earlier writes', async () => {
  const file = aFile()
  for (let count = 0; count < 5; count += 1) file.keep(reading)
  file.forget()
  file.keep({ ...reading, room: { name: 'Orchid' } })
  await expect.poll(async () => (await file.recall())?.room.name).toBe('Orchid')
  file.forget()
  await expect.poll(() => statSync(file.path, { throwIfNoEntry: false })).toBeUndefined()
})

test.each<[what: string, spoil: (text: string) => string]>([
  ['half of a file', (text) => text.slice(0, text.length / 2)],
  ['no JSON', () => 'rubbish'],
  ['nothing', () => ''],
  ['one value that is another', (text) => text.replace('"showTitle":true', '"showTitle":"yes"')],
  ['a value that nobody wrote', (text) => text.replace('{', '{"more":1,')],
  ['no time', (text) => text.replace(/"readAt":\d+,/, '')],
  [
    'a time that no date can be written of',
    (text) => text.replace(/"readAt":\d+,/, '"readAt":8640000000000001,'),
  ],
  ['an end in nanoseconds', (text) => text.replace(/"end":(\d+),/, '"end":$1000000,')],
  ['a room for 1e300 people', (text) => text.replace(/"capacity":\d+/, '"capacity":1e300')],
  ['too much', (text) => text.replace('Magnolia', 'M'.repeat(300_000))],
])('%s is nothing to be shown', async (_what, spoil) => {
  const file = aFile()
  file.keep(reading)
  await expect.poll(file.recall).toEqual(reading)
  writeFileSync(file.path, spoil(readFileSync(file.path, 'utf8')))
  expect(await file.recall()).toBeUndefined()
})

test('a reading that another version of the panel wrote is not used', async () => {
  const file = aFile()
  file.keep(reading)
  await expect.poll(file.recall).toEqual(reading)
  expect(await aFile(file.folder, '1.0.1').recall()).toBeUndefined()
})

test('more than a room can have is not kept, and what was there before is not left', async () => {
  const file = aFile()
  file.keep(reading)
  await expect.poll(file.recall).toEqual(reading)
  file.keep({ ...reading, bookings: Array.from({ length: 3000 }, () => aBooking('10:00', '11:00')) })
  await expect.poll(() => statSync(file.path, { throwIfNoEntry: false })).toBeUndefined()
})

test('a disk that refuses the reading is logged, and the panel continues', async () => {
  const file = aFile(join(tmpdir(), 'nobody', 'made', 'this'))
  file.keep(reading)
  await expect.poll(() => file.log.events()).toEqual(['last-reading.not-written'])
})
