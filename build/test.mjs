import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orExplain } from './or-explain.mjs'
import { readJson } from './project.mjs'
import { run } from './run.mjs'
import { carryOut, elapsed } from './setup/step.mjs'
import { setUp } from './setup/steps.mjs'
import { countsOf } from './test/counts.mjs'

/** @param {...string} script one of package.json, and what to hand to it */
const npmRun = async (...script) => {
  await run('npm', ['run', '--silent', ...script])
  return 'green'
}

const checks = [
  { title: 'Lint', doing: 'reading everything', run: () => npmRun('lint') },
  {
    title: 'Format',
    doing: 'comparing everything with how oxfmt would write it',
    run: () => npmRun('format'),
  },
  { title: 'Types', doing: 'checking every folder', run: () => npmRun('types') },
]

/** @param {string} report */
const reportingTo = (report) => ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]

/** @param {{ unit: string, e2e: string }} reports */
const tests = ({ unit, e2e }) => [
  { title: 'Unit tests', doing: 'running', run: () => npmRun('unit', ...reportingTo(unit)) },
  {
    title: 'End-to-end tests',
    doing: 'driving the packed program',
    run: () => npmRun('e2e', ...reportingTo(e2e)),
  },
]

/** @type {import('./test/counts.mjs').Report} */
const notRun = { numPassedTests: 0, numFailedTests: 0, testResults: [] }

if (await orExplain(setUp)) {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-test-'))
  const reports = { unit: join(folder, 'unit.json'), e2e: join(folder, 'e2e.json') }
  await orExplain(async () => {
    for (const task of [...checks, ...tests(reports)]) await carryOut(task)
  })
  const { passed, failed } = countsOf(Object.values(reports).map((file) => readJson(file, notRun)))
  await rm(folder, { recursive: true })
  console.log(`All of it took ${elapsed(0)}`)
  console.log(`${passed} passed, ${failed} failed`)
}
