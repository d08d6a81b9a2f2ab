import { TestRunner } from 'vitest'
import { openTrials } from './trials.mjs'

/**
 * The global object of the instrumented code, see `@stryker-mutator/instrumenter`.
 *
 * @typedef {Record<string, number>} Hits by the mutant's id
 * @typedef {{ static: Hits, perTest: Record<string, Hits> }} Coverage
 * @type {{ activeMutant?: string | undefined, currentTestId?: string | undefined, mutantCoverage: Coverage }}
 */
const mutation = { mutantCoverage: { static: {}, perTest: {} } }
Object.assign(globalThis, { __stryker__: mutation })
const { mutantCoverage: coverage } = mutation

/**
 * A test that executes mutants this often is in an endless loop, if it executes them `hits` times without a
 * mutant.
 */
const mostHits = (/** @type {number} */ hits) => hits * 20 + 20_000

/**
 * Runs each test once unchanged, and then again with each surviving mutant that it executes, one at a time.
 * The modules are loaded once for all tests, so a mutant in code that runs during loading is never executed
 * by a test.
 */
export default class MutationRunner extends TestRunner {
  trials = openTrials(process.env.MUTATION_TRIALS ?? '')

  /** @param {import('vitest').RunnerTestCase} test */
  async runTask(test) {
    this.trials.goOn()
    const run = TestRunner.getTestFn(test)
    const hits = await hitsOf(run)
    const limit = mostHits(Object.values(hits).reduce((sum, count) => sum + count, 0))
    for (const id of Object.keys(hits)) {
      if (!this.trials.begin(id, test.fullName)) continue
      if (await passes(run, limit, id)) continue
      // A test that fails when it is repeated unchanged can't judge a mutant.
      if (!(await passes(run, limit))) return this.trials.unrepeatable(test.fullName)
      this.trials.killed(id, test.fullName)
    }
  }
}

/**
 * How often each mutant is executed when none is active.
 *
 * @param {() => unknown} run
 */
async function hitsOf(run) {
  /** @type {Hits} */
  const hits = {}
  coverage.perTest.this = hits
  mutation.currentTestId = 'this'
  try {
    await run()
  } finally {
    mutation.currentTestId = undefined
  }
  return hits
}

/**
 * @param {() => unknown} run
 * @param {number} limit
 * @param {string} [activeMutant]
 */
async function passes(run, limit, activeMutant) {
  mutation.activeMutant = activeMutant
  coverage.static = endingAfter(limit)
  try {
    await run()
    return true
  } catch {
    return false
  } finally {
    mutation.activeMutant = undefined
  }
}

/**
 * Counters of executed mutants, which end an endless loop.
 *
 * @param {number} limit
 * @returns {Hits}
 */
function endingAfter(limit) {
  let hits = 0
  return new Proxy(
    {},
    {
      set: () => {
        hits += 1
        if (hits > limit) throw new Error('Caught in a loop')
        return true
      },
    },
  )
}
