import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

const sources = ['shared', 'engine'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
)

/**
 * A value that a module keeps between two calls belongs to all panels of a process, as in a hub: the
 * questions of one panel would replace the answers for another. A panel's memory is made in a function that
 * makes a panel.
 */
const memory =
  /^(export )?(let|var) |^(export )?const \w+[^=\n]* = (memoizeLast\(|new (Weak)?(Map|Set)(<[^\n]*>)?\(\))/m

test.each(sources)('%s keeps nothing between two calls', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).not.toMatch(memory)
})
