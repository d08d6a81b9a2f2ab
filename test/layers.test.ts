import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Which folders the files of a folder may import from, beside its own. The longest folder that fits a file counts. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': ['shared/result.ts'],
  'shared/ipc': ['shared/domain'],
  'shared/config': [
    'shared/domain',
    'shared/color-difference.ts',
    'shared/contrast.ts',
    'shared/result.ts',
    'shared/state-colors.ts',
  ],
  shared: ['shared'],
  'main/ports.ts': ['shared'],
  'main/panel': ['shared', 'main/ports.ts'],
  'main/use-cases': ['shared', 'main/ports.ts', 'main/panel'],
  'main/heartbeat.ts': ['shared', 'main/ports.ts', 'main/panel', 'main/use-cases'],
  'main/installation': ['shared', 'main/ports.ts', 'main/panel'],
  'main/door-panel.ts': [
    'shared',
    'main/ports.ts',
    'main/admin-desk.ts',
    'main/heartbeat.ts',
    'main/installation',
    'main/panel',
    'main/use-cases',
  ],
  'main/app-secret.ts': ['shared', 'main/ports.ts'],
  'main/rate-limit.ts': ['main/ports.ts'],
  'main/set-up.ts': ['shared', 'main/app-secret.ts', 'main/ports.ts', 'main/installation'],
  'main/admin-desk.ts': ['shared', 'main/ports.ts', 'main/panel', 'main/use-cases'],
  'main/feishu': ['shared', 'main/ports.ts'],
  'main/pin-hash.ts': [],
  'main/proxy-login.ts': ['main/ports.ts'],
  'main/adapters': ['shared', 'main/ports.ts', 'main/pin-hash.ts', 'main/rate-limit.ts'],
  'main/keyring-process.ts': ['main/adapters/keyring'],
  'main/ipc': ['shared', 'main/ports.ts', 'main/rate-limit.ts'],
  'main/window': ['shared', 'main/ports.ts', 'main/door-panel.ts'],
  'main/cli': ['shared', 'main/app-secret.ts', 'main/ports.ts', 'main/pin-hash.ts', 'main/proxy-login.ts'],
  // The simulator and the client are checked against each other, so they share nothing.
  'main/simulator': [],
  'main/simulator/main.ts': ['main/simulator', 'main/adapters/system-clock.ts'],
  'main/preload.ts': ['shared'],
  'main/composition': ['shared', 'main'],
  'main/main.ts': ['main'],
  renderer: ['shared'],
}

/** Which packages each folder may use. Node's own modules count as `node:`. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': [],
  'shared/ipc': ['valibot'],
  'shared/config': ['valibot'],
  shared: ['culori', 'temporal-polyfill'],
  'main/ports.ts': [],
  'main/panel': [],
  'main/use-cases': [],
  'main/heartbeat.ts': [],
  'main/installation': [],
  'main/admin-desk.ts': [],
  'main/door-panel.ts': [],
  'main/app-secret.ts': [],
  'main/rate-limit.ts': [],
  'main/set-up.ts': [],
  'main/feishu': ['valibot'],
  'main/adapters': ['node:', 'keytar', 'pino', 'valibot', 'write-file-atomic', 'x11'],
  'main/pin-hash.ts': ['node:'],
  'main/proxy-login.ts': [],
  'main/adapters/journal-text.ts': ['valibot'],
  'main/ipc': ['valibot', 'electron'],
  'main/window': ['node:', 'electron', 'valibot', 'write-file-atomic'],
  'main/cli': ['node:', 'csv-parse', 'valibot', 'write-file-atomic'],
  'main/simulator/main.ts': [],
  'main/simulator': ['node:', 'hono', '@hono/node-server', 'valibot'],
  'main/preload.ts': ['electron'],
  'main/keyring-process.ts': [],
  'main/composition': ['node:', 'electron'],
  'main/main.ts': ['node:', 'electron'],
  renderer: ['preact', '@preact/signals', '@fontsource-variable/inter'],
}

const root = join(import.meta.dirname, '..')

const sources = ['shared', 'main', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file)),
)

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** The longest key of `table` that `file` is, or lies in. */
function layerOf(file: string, table: Readonly<Record<string, unknown>>): string {
  const layers = Object.keys(table).filter((layer) => isIn(file, layer))
  return (
    layers.toSorted((one, other) => other.length - one.length)[0] ?? expect.fail(`${file} is in no layer`)
  )
}

const isIn = (file: string, place: string): boolean =>
  file === place || file.startsWith(`${place}/`) || file === `${place}.ts`

const importsOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map(([, name = '']) => name)

test.each(sources)('%s imports only downhill', (file) => {
  const layer = layerOf(file, mayImport)
  const imported = importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(root, join(root, dirname(file), name)))
  const uphill = imported.filter(
    (target) => !isIn(target, layer) && !mayImport[layer]?.some((place) => isIn(target, place)),
  )
  expect(uphill).toEqual([])
})

test.each(sources)('%s uses only the packages of its layer', (file) => {
  const layer = layerOf(file, mayUse)
  const used = importsOf(file).filter((name) => !name.startsWith('.'))
  const foreign = used.filter(
    (name) =>
      !mayUse[layer]?.some(
        (known) => name === known || name.startsWith(known.endsWith(':') ? known : `${known}/`),
      ),
  )
  expect(foreign).toEqual([])
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

test('only the clock asks the system for the time', () => {
  const asking = /Date\.now\(|new Date\(\)|performance\.now\(|\bset(Timeout|Interval)\(|Temporal\.Now/
  expect(sources.filter((file) => asking.test(textOf(file)))).toEqual([
    'main/adapters/system-clock.ts',
    ...sources.filter((file) => file === 'renderer/now.ts'),
  ])
})
