/**
 * @typedef {object} Task
 * @property {string} title its subject
 * @property {string} doing the work of `run`, for people who wait
 * @property {() => Promise<string>} run does the work, and resolves to its result in words
 *
 * @typedef {object} UpToDate
 * @property {() => string | undefined | Promise<string | undefined>} upToDate why there is nothing to do; undefined if there is
 *
 * @typedef {Task & UpToDate} Step
 */

/** @param {number} since on the clock of `performance.now()`, on which this process began at 0; ms */
export const elapsed = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs a task that takes a while, and prints it with the time that it took.
 *
 * @param {Task} task
 * @throws {Error} if the task fails
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
 * Runs a step of set-up, unless it is up to date.
 *
 * @param {Step} step
 * @throws {Error} if the step fails
 */
export const take = async (step) => {
  const since = performance.now()
  const reason = await step.upToDate()
  if (reason === undefined) await carryOut(step)
  else console.log(`${step.title}: ${reason} (${elapsed(since)})`)
}
