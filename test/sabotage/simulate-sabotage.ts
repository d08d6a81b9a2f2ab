import { runWorlds } from '../fleet/worlds/run-worlds.ts'
import { bundleWorker } from '../simulation/run/bundle.ts'
import { runMany } from '../simulation/run/run-many.ts'
import type { Sabotage } from './sabotage.ts'

/** How the simulation of a sabotaged product ended. */
export interface Caught {
  readonly text: string
  readonly isCaught: boolean
}

/** A law that was broken, and under which seed. */
interface Found {
  readonly seed: number
  readonly law: string
}

interface Search {
  /** What was lived until then, for people. */
  readonly lived: string
  readonly broken: readonly Found[]
}

/** Panel-days, and worlds with a hub, within which a sabotage has to show. */
const [withinDays, withinWorlds] = [20_000, 6000]

const unharmed = { door: await bundleWorker('door'), fleet: await bundleWorker('fleet') }

/** Searches for a law that the sabotage breaks. */
export const simulateSabotage = async (sabotage: Sabotage): Promise<Caught> =>
  sabotage.showsInFleet === true ? inFleet(sabotage) : atDoor(sabotage)

async function atDoor(sabotage: Sabotage): Promise<Caught> {
  const isHealthy = sabotage.showsWhenHealthy === true
  const booksAtDoor = sabotage.showsInBookings === true
  const worker = await bundleWorker('door', sabotage)
  const options = { days: withinDays, seed: 1, jobs: 2, isHealthy, booksAtDoor, stopsAtFirst: true }
  const { broken, panelDays } = await runMany(worker, options)
  return judged({ broken, lived: `${panelDays} panel-days` }, async (seed) => {
    const alone = await runMany(unharmed.door, { days: 1, seed, jobs: 1, isHealthy, booksAtDoor: false })
    return alone.broken
  })
}

async function inFleet(sabotage: Sabotage): Promise<Caught> {
  const worker = await bundleWorker('fleet', sabotage)
  const options = { seed: 1, jobs: 2, worlds: withinWorlds, stopsAtFirst: true }
  const { broken, worlds } = await runWorlds(worker, options)
  return judged({ broken, lived: `${worlds} worlds` }, async (seed) => {
    const alone = await runWorlds(unharmed.fleet, { ...options, seed, jobs: 1, worlds: 1 })
    return alone.broken
  })
}

/** A world in which the product itself breaks a law proves nothing about its sabotage. */
async function judged(
  { lived, broken }: Search,
  without: (seed: number) => Promise<readonly Found[]>,
): Promise<Caught> {
  const [first] = broken.toSorted((one, other) => one.seed - other.seed)
  if (first === undefined) return { text: `${lived}: NOT CAUGHT`, isCaught: false }
  const { seed, law } = first
  const own = await without(seed)
  if (own.length > 0)
    return { text: `${lived}: SEED ${seed} IS BROKEN WITHOUT IT: ${own[0]?.law}`, isCaught: false }
  return { text: `${lived}: seed ${seed}: ${law}`, isCaught: true }
}
