import { expect, test } from 'vitest'
import { createDice } from '../time/dice.ts'
import { createLife } from './life.ts'
import { createLossyDisk } from './lossy-disk.ts'

test('what a program has begun to write when it dies never gets to the disk', async () => {
  const life = createLife()
  const lossy = createLossyDisk(createDice(1))
  const disk = lossy.through((act) => life.doAfter(undefined, act))
  await disk.write('/j/file', 'old')
  void disk.write('/j/file', 'new')
  life.end()
  // A dead program is not told what became of it.
  await Promise.resolve()
  await Promise.resolve()
  expect(lossy.textOf('/j/file')).toBe('old')
})
