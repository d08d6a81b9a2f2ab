import { expect, test } from 'vitest'
import { createDice } from '../time/dice.ts'
import { createLossyDisk } from './lossy-disk.ts'

const seeds = Array.from({ length: 50 }, (_, seed) => seed)

/** What is in `/j/file` after a power cut, for many throws of the dice. */
async function afterPowerCut(
  act: (disk: ReturnType<ReturnType<typeof createLossyDisk>['through']>) => Promise<void>,
) {
  const found = new Set<string | undefined>()
  for (const seed of seeds) {
    const lossy = createLossyDisk(createDice(seed))
    // oxlint-disable-next-line no-await-in-loop -- one disk after the other
    await act(lossy.through(async (act) => act()))
    lossy.losePower()
    found.add(lossy.textOf('/j/file'))
  }
  return found
}

test('a synced file, and its synced name, survive', async () => {
  const found = await afterPowerCut(async (disk) => {
    await disk.write('/j/file', 'whole')
    await disk.sync('/j/file')
    await disk.sync('/j')
  })
  expect(found).toEqual(new Set(['whole']))
})

test('a file that was not synced may be gone, or torn, or whole', async () => {
  const found = await afterPowerCut((disk) => disk.write('/j/file', 'whole'))
  expect(found).toContain(undefined)
  expect(found).toContain('who')
  expect(found).toContain('whole')
})

test('a rename that was not synced may be undone, and a synced one is not', async () => {
  const renamed = async (disk: ReturnType<ReturnType<typeof createLossyDisk>['through']>) => {
    await disk.write('/j/file', 'old')
    await disk.sync('/j/file')
    await disk.sync('/j')
    await disk.write('/j/next', 'new')
    await disk.sync('/j/next')
    await disk.rename('/j/next', '/j/file')
  }
  expect(await afterPowerCut(renamed)).toEqual(new Set(['old', 'new']))
  const synced = await afterPowerCut(async (disk) => {
    await renamed(disk)
    await disk.sync('/j')
  })
  expect(synced).toEqual(new Set(['new']))
})

test('a disk that refuses a write keeps only a part of it', async () => {
  const lossy = createLossyDisk(createDice(1))
  const disk = lossy.through(async (act) => act())
  lossy.refuse('ENOSPC')
  await expect(disk.write('/j/file', 'whole')).rejects.toThrow('ENOSPC')
  await expect(disk.read('/j/file')).rejects.toThrow('ENOSPC')
  lossy.refuse(undefined)
  expect(await disk.read('/j/file')).toBe('wh')
})
