import { hours, instantOf, minutes, plus } from '../../shared/time/time.ts'
import { connectionRefused } from '../../simulator/faults/fault.ts'
import { createWorld } from '../../simulator/world.ts'
import { dice } from '../support/dice.ts'
import { drawDay } from './a-day.ts'
import { type Door, type Fate, hangPanel } from './door.ts'
import { liveDay } from './live-day.ts'
import { createQueueClock, type QueueClock } from './queue-clock.ts'
import { type Seen, watchScreen } from './screen-watch.ts'

/** Wednesday 2026-07-15 in China. */
const midnight = instantOf(Date.UTC(2026, 6, 14, 16))
const at = (time: number) => plus(midnight, time)

/** Every panel begins in the same second, as after a power cut; later the platform is out of reach for ten minutes. */
export const powerBack = at(hours(8.5))
export const outage = { start: at(hours(10) - minutes(7)), end: at(hours(10) + minutes(3)) }
const end = at(hours(11))

/** Tier 4, which the pages of the calls print that print any: feishu-api.md 7.3. Freebusy's prints none. */
const limits = { perSecond: 50, perMinute: 1000 }
/** As it was for June 2026 (feishu-api.md 7.5); the pages of before say 10,000, which is little more than one panel's. */
export const callsOfTenant = 1_000_000
const mostForOnePanel = 45_000

export interface Office {
  readonly callsPerMonth: number
  /** Each call that reached the platform or broke on the way, by the moment. */
  readonly calls: readonly { readonly at: number; readonly fate: Fate }[]
  /** Ms until the screen was true: of each panel since the power was back, of each that failed in the outage since its end. */
  readonly live: { readonly afterPowerCut: readonly number[]; readonly afterOutage: readonly number[] }
  readonly boundaries: Seen['boundaries']
}

/** A morning at so many doors that share an app. */
export async function liveMorning(doors: number, seed: number): Promise<Office> {
  const clock = createQueueClock(powerBack)
  const random = dice(seed)
  const world = createWorld({ now: clock.now, random })
  const app = world.addApp()
  world.limitMonth(callsOfTenant)
  world.limitRate('freebusy', limits)
  const calls: { at: number; fate: Fate }[] = []
  const place = {
    clock,
    world,
    app,
    random,
    onCall: (fate: Fate) => void calls.push({ at: clock.now(), fate }),
  }
  const callsPerMonth = Math.floor(Math.min(mostForOnePanel, callsOfTenant / doors))
  const panels = await Promise.all(Array.from({ length: doors }, () => hangPanel(place, callsPerMonth)))
  const watches = panels.map((door) => {
    const seen = watchScreen(door, clock, () => clock.now() < outage.start - minutes(1))
    liveDay(place, door, midnight, drawDay(random), seen)
    return { seen, live: watchLife(door, clock) }
  })
  await clock.runUntil(outage.start)
  const heal = world.fail('any', connectionRefused())
  await clock.runUntil(outage.end)
  const offline = watches.filter((_, index) => panels[index]?.panel.current().connection.kind === 'offline')
  heal()
  await clock.runUntil(end)
  for (const { panel } of panels) panel.stop()
  return {
    callsPerMonth,
    calls,
    live: {
      afterPowerCut: watches.map(({ live }) => live.firstSince(powerBack)),
      afterOutage: offline.map(({ live }) => live.firstSince(outage.end)),
    },
    boundaries: watches.flatMap(({ seen }) => seen.boundaries),
  }
}

/** When good readings reach the screen. */
function watchLife({ onReading }: Door, clock: QueueClock) {
  const reads: number[] = []
  onReading(() => reads.push(clock.now()))
  return {
    /** How long after `moment`; infinite, if none does. */
    firstSince: (moment: number): number => (reads.find((shownAt) => shownAt >= moment) ?? Infinity) - moment,
  }
}
