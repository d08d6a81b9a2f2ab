import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname
const laws = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)

/** What a file takes from the panel itself, types left out: lists of names, and where they come from. */
const takenFromPanel = (file: string): readonly string[] =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/^import (?!type )[^']*'([^']+)'/gm)]
    .map(([, from = '']) => from)
    .filter((from) => /\/(shared|engine|main|renderer)\//.test(from))

// Judge and panel would be wrong together.
test.each(laws)('%s judges by rules of its own', (file) => {
  expect(takenFromPanel(file).filter((from) => !from.endsWith('/shared/time/time.ts'))).toEqual([])
})
