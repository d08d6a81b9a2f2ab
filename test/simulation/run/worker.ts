import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { addOutcome, newReport } from './report.ts'
import { simulate } from './simulate.ts'

/** One of several threads: takes every `jobs`th seed from `seed` on, until it has lived `days` panel-days. */
const schema = v.object({
  seed: v.number(),
  jobs: v.number(),
  days: v.number(),
  isHealthy: v.boolean(),
  stopsAtFirst: v.boolean(),
})

const { seed, jobs, days, isHealthy, stopsAtFirst } = v.parse(schema, workerData)
const report = newReport()
const isEnough = (): boolean => report.panelDays >= days || (stopsAtFirst && report.broken.length > 0)
for (let next = seed; !isEnough(); next += jobs) {
  // oxlint-disable-next-line no-await-in-loop -- one world at a time
  addOutcome(report, await simulate(next, isHealthy))
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(report)
