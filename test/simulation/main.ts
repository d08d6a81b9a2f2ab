import { simulate } from './run/simulate.ts'

const [from = 1, to = 20] = process.argv.slice(2).map(Number)
const begun = process.hrtime.bigint()
let panelDays = 0
const sum: Record<string, number> = {}
for (let seed = from; seed <= to; seed++) {
  const isStory = process.argv.includes('--story')
  const outcome = await simulate(seed, process.argv.includes('--healthy'), isStory ? (at, line) => line && process.stdout.write(`${new Date(at).toISOString()} ${line}\n`) : undefined)
  panelDays += outcome.panelDays
  for (const [k, n] of Object.entries({ ...outcome.tally, ...outcome.tally.kept })) if (typeof n === 'number') sum[k] = (sum[k] ?? 0) + n
  for (const v of outcome.violations.slice(0, 1)) process.stdout.write(`${seed} ${new Date(v.at).toISOString()} ${v.law}: ${v.what}\n`)
}
const took = Number(process.hrtime.bigint() - begun) / 1e9
process.stdout.write(`${panelDays} days, ${(panelDays / took).toFixed(0)}/s\n${JSON.stringify(sum)}\n`)
