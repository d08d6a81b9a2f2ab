import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { mayImport, mayUse } from './layer-tables.ts'

const root = join(import.meta.dirname, '..')

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const product = ['shared', 'engine', 'main', 'hub', 'renderer', 'console', 'simulator']
const sources = product.flatMap(filesIn).filter((file) => /\.tsx?$/.test(file))

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** The longest key of `table` that `file` is, or lies in. */
function layerOf(file: string, table: Readonly<Record<string, unknown>>): string {
  const layers = Object.keys(table).filter((layer) => isIn(file, layer))
  return (
    layers.toSorted((one, other) => other.length - one.length)[0] ?? expect.fail(`${file} is in no layer`)
  )
}

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`)

/** Every path after `from` or `import`, in type imports too. */
const namesImportedBy = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map(([, name = '']) => name)

const imports = new Map(
  sources.map((file) => [
    file,
    namesImportedBy(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, join(root, dirname(file), name))),
  ]),
)
const importsOf = (file: string): readonly string[] => imports.get(file) ?? []

test.each(sources)('%s imports only downhill', (file) => {
  const layer = layerOf(file, mayImport)
  const uphill = importsOf(file).filter(
    (target) => !isIn(target, layer) && !mayImport[layer]?.some((place) => isIn(target, place)),
  )
  expect(uphill).toEqual([])
})

test.each(sources)('%s uses only the packages of its layer', (file) => {
  const layer = layerOf(file, mayUse)
  const used = namesImportedBy(file).filter((name) => !name.startsWith('.'))
  const foreign = used.filter(
    (name) =>
      !mayUse[layer]?.some(
        (known) => name === known || name.startsWith(known.endsWith(':') ? known : `${known}/`),
      ),
  )
  expect(foreign).toEqual([])
})

/** A way from a file or folder back to one on the way, by imports of values and of types; empty if there is none. */
function circleFrom(
  file: string,
  targets: ReadonlyMap<string, Iterable<string>>,
  way: readonly string[],
  isDone: Set<string>,
): readonly string[] {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
  if (isDone.has(file)) return []
  for (const target of targets.get(file) ?? []) {
    const circle = circleFrom(target, targets, [...way, file], isDone)
    if (circle.length > 0) return circle
  }
  isDone.add(file)
  return []
}

test('no files import each other in a circle, be it for types alone', () => {
  const isDone = new Set<string>()
  expect(
    sources.map((file) => circleFrom(file, imports, [], isDone)).filter(({ length }) => length > 0),
  ).toEqual([])
})

/** What the files of `layer` that lie in each of its folders import from its other folders. */
function foldersOf(layer: string): ReadonlyMap<string, ReadonlySet<string>> {
  const placeOf = (file: string): string => file.split('/').slice(0, 2).join('/')
  const folders = new Map<string, Set<string>>()
  for (const file of sources.filter((source) => isIn(source, layer)))
    for (const target of importsOf(file).filter((one) => isIn(one, layer) && placeOf(one) !== placeOf(file)))
      folders.set(placeOf(file), (folders.get(placeOf(file)) ?? new Set()).add(placeOf(target)))
  return folders
}

test.each(['main', 'hub', 'renderer', 'console'])(
  'no folders of %s import each other in a circle',
  (layer) => {
    const folders = foldersOf(layer)
    const isDone = new Set<string>()
    const circles = [...folders.keys()].map((folder) => circleFrom(folder, folders, [], isDone))
    expect(circles.filter(({ length }) => length > 0)).toEqual([])
  },
)

test('no folder has more than 20 files', () => {
  const counted = [...product, 'build', 'test'].flatMap(filesIn).filter((file) => !file.endsWith('.png'))
  const folders = counted.map((file) => dirname(file))
  const count = (folder: string): number => folders.filter((one) => one === folder).length
  expect([...new Set(folders)].filter((folder) => count(folder) > 20)).toEqual([])
})

test('no file of the product has more than 250 lines', () => {
  const read = product.flatMap(filesIn).filter((file) => /\.(tsx?|css|html)$/.test(file))
  expect(read.filter((file) => textOf(file).split('\n').length - 1 > 250)).toEqual([])
})

test.each(sources)('%s has a name that says what it is', (file) => {
  expect(basename(file)).toMatch(/^[a-z][a-z0-9-]*(\.d)?\.tsx?$|^[a-z]{2}-[A-Z]{2}\.ts$/)
  expect(basename(file)).not.toMatch(/(^|-)(utils?|helpers?|manager|common|service|misc)\./)
})

test('no file weakens the sandbox', () => {
  const weakenings =
    /no-sandbox|sandbox:\s*false|contextIsolation:\s*false|nodeIntegration:\s*true|webSecurity:\s*false|@electron\/remote/
  expect(sources.filter((file) => weakenings.test(textOf(file)))).toEqual([])
})

test('the preload never grows', () => {
  expect(textOf('main/preload.ts').split('\n').length).toBeLessThanOrEqual(30)
})

test('only a clock asks the system for the time', () => {
  const asking = /Date\.now\(|new Date\(\)|performance\.now\(|\bset(Timeout|Interval)\(|Temporal\.Now/
  expect(sources.filter((file) => asking.test(textOf(file)))).toEqual([
    'main/adapters/clock/system-clock.ts',
    'renderer/now.ts',
    'simulator/real-time.ts',
  ])
})
