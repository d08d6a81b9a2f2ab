import { setImmediate } from 'node:timers/promises'
import * as v from 'valibot'
import { addOutcome, newReport } from './report.ts'
import { scenarioOf } from './scenario.ts'
import { simulate, type Tell } from './simulate.ts'

/** One of several processes: takes every `jobs`th seed from `seed` on, until it has lived `days` panel-days; or each of `seeds`. */
const schema = v.object({
  seed: v.number(),
  jobs: v.number(),
  days: v.number(),
  isHealthy: v.boolean(),
  booksAtDoor: v.boolean(),
  stopsAtFirst: v.boolean(),
  isStory: v.boolean(),
  seeds: v.exactOptional(v.array(v.number())),
})

const share = v.parse(v.pipe(v.string(), v.parseJson(), schema), process.argv[2])
// The parent no longer waits for the report.
process.once('disconnect', () => process.exit(1))
// A world without any further event is a defect: then the process ends, and is missed.
process.channel?.unref()

const tell: Tell = (at, line) =>
  void process.stdout.write(`${new Date(at).toISOString().replace('T', ' ')} ${line}\n`)

function* seedsFrom(first: number): Generator<number> {
  for (let seed = first; !isEnough(); seed += share.jobs) yield seed
}

const report = newReport()
const isEnough = (): boolean =>
  report.panelDays >= share.days || (share.stopsAtFirst && report.broken.length > 0)
/* oxlint-disable no-await-in-loop -- one world at a time */
for (const seed of share.seeds ?? seedsFrom(share.seed)) {
  if (share.booksAtDoor && !scenarioOf(seed, share.isHealthy).booksAtDoor) continue
  addOutcome(report, await simulate(seed, share.isHealthy, share.isStory ? tell : undefined))
  // A world's time passes in one turn of the event loop, in which no message is received.
  await setImmediate()
}
/* oxlint-enable no-await-in-loop */
process.send?.(report, () => process.exit(0))
