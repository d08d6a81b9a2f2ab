import { parseOptions, usage } from './run/command-line.ts'
import { bundleWorker } from './run/bundle.ts'
import { printed } from './run/report.ts'
import { runMany } from './run/run-many.ts'
import { scenarioOf } from './run/scenario.ts'

/** `npm run simulate`: many panel-days in virtual time, or the story of one seed. Exit status 1 if a law was broken. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return say(usage, 0)
  const options = parseOptions(args)
  const worker = await bundleWorker('door')
  const begun = process.hrtime.bigint()
  const report = await runMany(worker, options)
  const ms = Number(process.hrtime.bigint() - begun) / 1e6
  const { seed, isHealthy, isStory } = options
  const scenario = isStory ? `${JSON.stringify(scenarioOf(seed, isHealthy), undefined, 1)}\n` : ''
  return say(scenario + printed(report, ms), report.broken.length > 0 ? 1 : 0)
}

function say(text: string, status: number): number {
  process.stdout.write(text)
  return status
}

process.exitCode = await main(process.argv.slice(2))
