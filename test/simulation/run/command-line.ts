import { parseArgs } from 'node:util'

export interface Options {
  readonly days: number
  readonly seed: number
  readonly jobs: number
  readonly isHealthy: boolean
  /** Lives only the worlds in which visitors book at the doors. */
  readonly booksAtDoor: boolean
  /** Tells one seed's story. */
  readonly isStory: boolean
}

export const usage = `Usage: npm run simulate -- [--days N] [--seed S] [--jobs J] [--healthy] [--bookings]
       npm run simulate -- --replay SEED [--healthy]

  --days     how many panel-days at least (default 1000)
  --seed     the first seed; each next scenario has the next one (default 1)
  --jobs     processes (default 2)
  --bookings only worlds in which visitors book at the doors: else each twentieth
  --healthy  no faults, and every no-show must be released within 5 s
  --replay   one seed, told as a story
`

export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      days: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '2' },
      healthy: { type: 'boolean', default: false },
      bookings: { type: 'boolean', default: false },
      replay: { type: 'string' },
    },
  })
  const { healthy: isHealthy, bookings: booksAtDoor, replay } = values
  if (replay !== undefined)
    return { seed: whole(replay), days: 1, jobs: 1, isHealthy, booksAtDoor: false, isStory: true }
  const [days, seed, jobs] = [whole(values.days), whole(values.seed), whole(values.jobs)]
  return { days, seed, jobs, isHealthy, booksAtDoor, isStory: false }
}

function whole(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new TypeError(`${text} is no whole number`)
  return number
}
