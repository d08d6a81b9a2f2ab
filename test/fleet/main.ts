import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { AtEnd } from '../../build/fleet/site.ts'
import { createClosing } from '../../build/session/closing.mjs'
import { hours } from '../../shared/time/time.ts'
import { quantile } from '../bench/statistics.ts'
import { liveHub } from './live-hub.ts'
import { reconnections } from './reconnections.ts'
import { tapAtOtherDoor } from './taps.ts'

/**
 * `npm run fleet:figures`: what a hub costs and how fast it is. Calls and ages in virtual time; taps and connections over a
 * real Mosquitto and PostgreSQL, so that these two depend on the machine and on what else it does.
 */
const { values } = parseArgs({
  options: {
    rooms: { type: 'string', default: '343:400000,1000:1060000' },
    doors: { type: 'string', default: '300' },
    taps: { type: 'string', default: '20' },
  },
})

/** Of a month: 22 days with 12 office hours each, and all other hours. */
const officeHours = 22 * 12
const otherHours = 30 * 24 - officeHours

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Median, 95th percentile and most of durations, in their own unit. */
const spread = (all: readonly number[]): string =>
  [quantile(all, 0.5), quantile(all, 0.95), Math.max(...all)].map((value) => value.toFixed(1)).join(' / ')
const inSeconds = (all: readonly number[]): readonly number[] => all.map((ms) => ms / 1000)

say(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}. Durations: median / 95th percentile / most.`)
for (const pair of values.rooms.split(',').filter(Boolean)) {
  const [rooms = 0, callsPerMonth = 0] = pair.split(':').map(Number)
  // oxlint-disable-next-line no-await-in-loop -- one after the other: the machine may be a small one
  const office = await liveHub(rooms, callsPerMonth, hours(10))
  // oxlint-disable-next-line no-await-in-loop -- the same
  const night = await liveHub(rooms, callsPerMonth, hours(22), hours(8))
  const month = office.calls * officeHours + night.calls * otherHours
  say(
    `${rooms} rooms, ${callsPerMonth} calls a month: ${office.calls} in an office hour, ${night.calls} in one of the night`,
  )
  say(
    `  that is ${month} a month; ${office.ages.length} new bookings shown after ${spread(inSeconds(office.ages))} s`,
  )
}

/** Measures with real programs, which end with the measurement. */
async function measured(measure: (atEnd: AtEnd) => Promise<readonly number[]>): Promise<readonly number[]> {
  const closing = createClosing()
  try {
    return await measure(closing.add)
  } finally {
    await closing.close()
  }
}
const taps = await measured((atEnd) => tapAtOtherDoor(Number(values.taps), atEnd))
say(`a tap at the other door, ${taps.length} rooms: ${spread(taps)} ms`)
const back = await measured((atEnd) => reconnections(Number(values.doors), atEnd))
say(`${back.length} doors back after the broker’s start: ${spread(inSeconds(back))} s`)
// The doors' clocks would keep the process.
process.exit()
