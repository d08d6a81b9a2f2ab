import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** The code that runs whole panels: the program, and what lives days and months at simulated doors. */
const running = [
  'main',
  'hub',
  'simulator',
  'test/simulation',
  'test/budget',
  'test/bench',
  'test/kills',
  'test/e2e',
]

/** What such code may take from the engine beside types: the one wiring, and what its ports are made of. */
const mayUse = [
  'engine/engine.ts',
  'engine/company-calendar.ts',
  'engine/line/line.ts',
  'engine/pause.ts',
  'engine/calendars/feishu/feishu-for.ts',
  'engine/calendars/line/line-for.ts',
  'engine/calendars/line/line-probe.ts',
  'engine/calendars/feishu/calls/last-answers.ts',
  'engine/installation/app-secret.ts',
  'engine/installation/door-secret.ts',
  'engine/installation/proxy-login.ts',
]

const root = join(import.meta.dirname, '..')

const sources = running.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
)

/** The files from which this one imports values. */
function valuesFrom(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const imports = [...text.matchAll(/^import (?!type)([^']*?) from '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm)]
  return imports
    .filter(([, names = '']) => !/^\{(\s*type [^,}]+,?)+\s*\}$/.test(names))
    .map(([, , name, later]) => relative(root, join(root, dirname(file), name ?? later ?? '')))
}

test.each(sources)('%s puts no engine of its own together', (file) => {
  const parts = valuesFrom(file).filter((target) => target.startsWith('engine/'))
  expect(parts.filter((target) => !mayUse.includes(target))).toEqual([])
})

test.each([
  'main/composition/run-panel.ts',
  'hub/rooms/room-engine.ts',
  'test/simulation/tablet/program.ts',
  'test/budget/door.ts',
])('%s takes its panel from the one wiring', (file) => {
  expect(valuesFrom(file)).toContain('engine/engine.ts')
})
