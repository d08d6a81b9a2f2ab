import * as v from 'valibot'
import { live } from './live.ts'
import { addLived, newWorldsReport } from './worlds-report.ts'

/** One of several processes: lives every `jobs`th seed from `seed` on, until it has lived so many worlds. */
const schema = v.object({
  seed: v.number(),
  jobs: v.number(),
  worlds: v.number(),
  stopsAtFirst: v.boolean(),
})

const share = v.parse(v.pipe(v.string(), v.parseJson(), schema), process.argv[2])
// The parent no longer waits for the report.
process.once('disconnect', () => process.exit(1))

const report = newWorldsReport()
for (let { seed } = share; report.worlds < share.worlds; seed += share.jobs) {
  // oxlint-disable-next-line no-await-in-loop -- one world at a time
  addLived(report, seed, await live(seed))
  if (share.stopsAtFirst && report.broken.length > 0) break
}
process.send?.(report, () => process.exit(0))
