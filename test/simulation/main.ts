import { type Options, parseOptions, usage } from './run/command-line.ts'
import { bundleWorker } from './run/bundle.ts'
import { printed } from './run/report.ts'
import { runMany } from './run/run-many.ts'
import { simulate } from './run/simulate.ts'

/** `npm run simulate`: many panel-days in virtual time, or the story of one seed. Exit status 1 if a law was broken. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return say(usage, 0)
  const options = parseOptions(args)
  return options.isStory ? tellStory(options) : runDays(options)
}

async function runDays(options: Options): Promise<number> {
  const worker = await bundleWorker()
  const begun = process.hrtime.bigint()
  const report = await runMany(worker, options)
  const ms = Number(process.hrtime.bigint() - begun) / 1e6
  return say(printed(report, ms), report.broken.length > 0 ? 1 : 0)
}

async function tellStory({ seed, isHealthy }: Options): Promise<number> {
  const tell = (at: number, line: string): void =>
    void process.stdout.write(`${new Date(at).toISOString().replace('T', ' ')} ${line}\n`)
  const { scenario, violations } = await simulate(seed, isHealthy, tell)
  return say(
    `${JSON.stringify(scenario, undefined, 1)}\n${violations.length} violations\n`,
    violations.length > 0 ? 1 : 0,
  )
}

function say(text: string, status: number): number {
  process.stdout.write(text)
  return status
}

process.exitCode = await main(process.argv.slice(2))
