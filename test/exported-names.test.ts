import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

const sources = ['shared', 'engine', 'main', 'hub', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.tsx?$/.test(name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
)

const exported = /^export (?:async )?(?:const|function|type|interface|class) (\w+)/gm

/** A language's words have the names that they have in each other language. */
const meaningIn = (file: string): string => file.replace(/^(shared\/languages\/)[a-z]{2}-[A-Z]{2}\//, '$1')

/** The files that export a name, by the name. */
function filesByName(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>()
  for (const file of sources)
    for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(exported))
      files.set(name, (files.get(name) ?? new Set()).add(meaningIn(file)))
  return files
}

test('each exported name has one meaning', () => {
  const twice = [...filesByName()].filter(([, files]) => files.size > 1)
  expect(Object.fromEntries(twice.map(([name, files]) => [name, [...files]]))).toEqual({})
})

test.each(['evolve', 'days', 'Instant', 'Snapshot', 'EndMeetingControl'])('%s is found', (name) => {
  expect(filesByName().get(name)?.size).toBe(1)
})
