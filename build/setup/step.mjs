/**
 * @typedef {object} Task
 * @property {string} title what it is about
 * @property {string} doing what `run` does, for people who wait
 * @property {() => Promise<string>} run does it, and says what came of it
 *
 * @typedef {object} UpToDate
 * @property {() => string | undefined | Promise<string | undefined>} upToDate why there is nothing to do, if so
 *
 * @typedef {Task & UpToDate} Step
 */

/** @param {number} since on the clock of `performance.now()`, on which this process began at 0; ms */
export const elapsed = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Does something that takes a while, and says so with the time it took.
 *
 * @param {Task} task
 * @throws {Error} whatever stopped it
 */
export const carryOut = async ({ title, doing, run }) => {
  const since = performance.now()
  console.log(`${title}: ${doing} …`)
  try {
    console.log(`${title}: ${await run()} (${elapsed(since)})`)
  } catch (error) {
    console.log(`${title}: failed (${elapsed(since)})`)
    throw error
  }
}

/**
 * Takes a step of set-up, unless there is nothing to do.
 *
 * @param {Step} step
 * @throws {Error} whatever stopped it
 */
export const take = async (step) => {
  const since = performance.now()
  const reason = await step.upToDate()
  if (reason === undefined) await carryOut(step)
  else console.log(`${step.title}: ${reason} (${elapsed(since)})`)
}
