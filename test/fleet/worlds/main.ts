import { parseArgs } from 'node:util'
import { bundleWorker } from '../../simulation/run/bundle.ts'
import { runWorlds } from './run-worlds.ts'
import { printedWorlds } from './worlds-report.ts'

/**
 * `npm run fleet:simulate`: companies with two hubs, one to three doors a room, a broker and a store that fail, in virtual time.
 * Exit status 1 if a law of the fleet was broken.
 */
const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
  },
})
const [worlds, seed, jobs] = [Number(values.worlds), Number(values.seed), Number(values.jobs)]
const worker = await bundleWorker('fleet')
const begun = process.hrtime.bigint()
const report = await runWorlds(worker, { worlds, seed, jobs, stopsAtFirst: false })
process.stdout.write(printedWorlds(report, Number(process.hrtime.bigint() - begun) / 1e6))
process.exitCode = report.broken.length > 0 ? 1 : 0
