import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { expect, onTestFinished, test } from 'vitest'
import { clearLeftovers } from '../../../../main/adapters/disk/leftovers.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-leftovers-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('unfinished files of a killed program are removed, and all others stay', async () => {
  const folder = await aFolder()
  const kept = [
    'audit.jsonl',
    'audit.jsonl.1',
    'config.json',
    'room-panel.log.4',
    'somebodys.backup.2025',
    'starts.json',
    'status.json',
  ]
  for (const name of [...kept, 'status.json.2746312847', 'starts.json.17'])
    await writeFile(join(folder, name), '')
  await mkdir(join(folder, 'journal.1'))
  const log = createMemoryLog()
  clearLeftovers(folder, log)
  expect((await readdir(folder)).toSorted()).toEqual([...kept, 'journal.1'].toSorted())
  expect(log.events()).toEqual([])
})

test('the writer that leaves them names them so', async () => {
  const folder = await aFolder()
  const names: string[] = []
  await writeFileAtomic(join(folder, 'status.json'), '{}', { tmpfileCreated: (file) => names.push(file) })
  expect(names).toHaveLength(1)
  await writeFile(names[0] ?? '', '')
  clearLeftovers(folder, createMemoryLog())
  expect(await readdir(folder)).toEqual(['status.json'])
})

test('a folder that is not there yet has none', async () => {
  const log = createMemoryLog()
  clearLeftovers(join(await aFolder(), 'none'), log)
  expect(log.events()).toEqual([])
})
