import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sabotages } from './sabotages.ts'

const root = join(import.meta.dirname, '../..')

test.each(sabotages)('$name: the product still has what this breaks', ({ file, replace }) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(replace)
})
