import { playScenario } from './scenario.ts'
const arg = (name: string, or: string): string => { const i = process.argv.indexOf(`--${name}`); return i < 0 ? or : (process.argv[i + 1] ?? '') }
const isHealthy = process.argv.includes('--healthy')
const story = process.argv.includes('--story')
const first = Number(arg('seed', '1'))
const days = Number(arg('days', '200'))
async function run() {
let done = 0, seed = first, bad = 0
const sum: Record<string, number> = {}
const t0 = process.cpuUsage().user
while (done < days) {
  const o = await playScenario(seed, { isHealthy, ...(story && { tell: (l: string) => console.log(l) }) })
  done += o.days
  for (const k of ['meetings', 'checkIns', 'noShows', 'releases', 'calls', 'events'] as const) sum[k] = (sum[k] ?? 0) + o[k]
  for (const [k, n] of Object.entries(o.ghosts)) sum[k] = (sum[k] ?? 0) + n
  if (o.violations.length) { bad++; if (bad < 15) console.log('seed', seed, o.violations.slice(0, 3)) }
  seed++
}
console.log({ days: done, perSecond: done / ((process.cpuUsage().user - t0) / 1e6), bad, ...sum })
}
void run()
