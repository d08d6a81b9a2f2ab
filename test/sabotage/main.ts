import { bundleWorker } from '../simulation/run/bundle.ts'
import type { Report } from '../simulation/run/report.ts'
import { runMany } from '../simulation/run/run-many.ts'
import type { Sabotage } from './sabotage.ts'
import { sabotages } from './sabotages.ts'

/** `npm run sabotage`: breaks the product in each of these ways, and sees the simulation notice. Exit status 1 if it doesn't. */
const within = 20_000

async function panelDaysUntilCaught(sabotage: Sabotage): Promise<boolean> {
  const worker = await bundleWorker(sabotage)
  const options = {
    days: within,
    seed: 1,
    jobs: 2,
    isHealthy: sabotage.showsWhenHealthy === true,
    booksAtDoor: sabotage.showsInBookings === true,
  }
  const { broken, panelDays } = await runMany(worker, { ...options, stopsAtFirst: true })
  const first = broken.toSorted((one, other) => one.seed - other.seed)[0]
  const end = await endOf(first, options.isHealthy)
  process.stdout.write(
    `${sabotage.name.padEnd(52)} ${String(panelDays).padStart(6)} panel-days  ${end.text}\n`,
  )
  return end.isCaught
}

/** A world in which the product itself breaks a law proves nothing about its sabotage. */
async function endOf(
  first: Report['broken'][number] | undefined,
  isHealthy: boolean,
): Promise<{ text: string; isCaught: boolean }> {
  if (first === undefined) return { text: 'NOT CAUGHT', isCaught: false }
  const { seed, law } = first
  const { broken } = await runMany(unharmed, { days: 1, seed, jobs: 1, isHealthy, booksAtDoor: false })
  if (broken.length > 0) return { text: `SEED ${seed} IS BROKEN WITHOUT IT: ${law}`, isCaught: false }
  return { text: `seed ${seed}: ${law}`, isCaught: true }
}

const unharmed = await bundleWorker()
const only = process.argv[2]
let escaped = 0
for (const sabotage of sabotages.filter(({ name }) => only === undefined || name.includes(only))) {
  // oxlint-disable-next-line no-await-in-loop -- each takes all processors
  if (!(await panelDaysUntilCaught(sabotage))) escaped++
}
process.exitCode = escaped > 0 ? 1 : 0
