import { spawn } from 'node:child_process'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { instrumented } from './mutation/instrumented.mjs'
import { reportOf } from './mutation/report.mjs'
import { endless, readTrials } from './mutation/trials.mjs'
import { orExplain } from './or-explain.mjs'
import { inProject, root } from './project.mjs'
import { createClosing } from './session/closing.mjs'
import { endProcess, exitOf } from './session/end-process.mjs'

const folders = ['shared', 'engine', 'main/adapters']
const checkout = inProject('dist', 'mutation', 'checkout')
const trials = inProject('dist', 'mutation', 'trials.tsv')
const report = inProject('dist', 'mutation', 'report.md')
const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')

/** If no test began for this time, a mutant causes an endless loop, ms. */
const patience = 120_000

const chosen = process.argv.slice(2)

/** @param {string} path */
const sourcesIn = (path) =>
  statSync(inProject(path)).isDirectory()
    ? readdirSync(inProject(path), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(path, name))
    : [path]

/**
 * Runs the tests, all of them or up to a mutant that causes an endless loop.
 *
 * @param {import('./session/closing.mjs').Closing} closing
 * @returns whether all tests ran
 */
async function runTests(closing) {
  const began = Date.now()
  const tests = spawn(process.execPath, [vitest, 'run', '--config', 'build/mutation/vitest.config.ts'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, MUTATION_TRIALS: trials },
  })
  closing.add(() => endProcess(tests))
  let isStuck = false
  const watch = setInterval(() => {
    isStuck = Date.now() - Math.max(began, statSync(trials).mtimeMs) > patience
    if (isStuck) tests.kill('SIGKILL')
  }, 1000)
  await exitOf(tests)
  clearInterval(watch)
  return !isStuck
}

await orExplain(async () => {
  const closing = createClosing()
  try {
    const files = (chosen.length > 0 ? chosen : folders).flatMap(sourcesIn).toSorted()
    const mutants = await instrumented(checkout, files)
    console.log(`${mutants.length} mutants in ${files.length} files …`)
    writeFileSync(trials, '')
    while (!(await runTests(closing))) endless(trials)
    writeFileSync(report, reportOf(mutants, readTrials(trials)))
    console.log(reportOf(mutants, readTrials(trials)))
  } finally {
    await closing.close()
  }
})
