import { monthAt } from '../../shared/budget/call-ledger.ts'
import { officeHoursIn } from '../../shared/time/calendar-day.ts'
import { days, contains, hours, instantOf, plus } from '../../shared/time/time.ts'
import { gatewayPage } from '../../simulator/faults/fault.ts'
import { createWorld } from '../../simulator/world.ts'
import { dice } from '../support/dice.ts'
import { drawDay } from './a-day.ts'
import { type Fate, hangPanel } from './door.ts'
import { bookAtDoor } from './book-at-door.ts'
import { liveDay } from './live-day.ts'
import { officeNumbers } from './office-numbers.ts'
import { createQueueClock } from './queue-clock.ts'
import { type Seen, watchScreen } from './screen-watch.ts'

/** July 2026: as long as a month gets, with as many working days. */
const july = monthAt(instantOf(Date.UTC(2026, 6, 15)))
const officeHours = { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5] }

export interface Month {
  readonly seen: Seen
  /** As the calendar counts them, and as the panel does. */
  readonly calls: number
  readonly counted: number
  readonly replies: number
  /** How many bookings visitors have made at the door. */
  readonly doorBookings: number
}

export interface MonthOptions {
  readonly callsPerMonth: number
  readonly seed: number
  /** How many bookings visitors make at the door on a working day; none. */
  readonly doorBookingsADay?: number
  /** How much of the month passes, days; all of it. */
  readonly length?: number
}

/** A month at one door, in virtual time, with the real panel and the real client on the simulator. */
export async function liveMonth({
  callsPerMonth,
  seed,
  doorBookingsADay = 0,
  length = 31,
}: MonthOptions): Promise<Month> {
  const clock = createQueueClock(july.start)
  const random = dice(seed)
  const world = createWorld({ now: clock.now, random })
  const app = world.addApp()
  world.fail('any', gatewayPage(504), { probability: officeNumbers.gatewayTimeouts })
  const fates = new Set<(fate: Fate) => void>()
  const place = { clock, world, app, random, onCall: (fate: Fate) => fates.forEach((tell) => tell(fate)) }
  const door = await hangPanel(place, callsPerMonth, { isBooked: doorBookingsADay > 0 })
  const open = officeHoursIn(july, 'Asia/Shanghai', officeHours)
  const seen = watchScreen(door, clock, () => open.some((stretch) => contains(stretch, clock.now())))
  fates.add((fate) => (fate === 'broken' ? seen.failed() : undefined))
  const end = plus(july.start, days(length))
  for (const { start } of open)
    if (start < end) {
      liveDay(place, door, plus(start, -hours(8)), drawDay(random), seen)
      bookAtDoor(place, door, plus(start, -hours(8)), doorBookingsADay)
    }
  // A moment before the quota turns.
  await clock.runUntil(plus(end, -1))
  door.panel.stop()
  return {
    seen,
    calls: app.tenant.callsThisMonth,
    counted: door.counter.shareOf(callsPerMonth).spent,
    replies: world.callsTo('reply'),
    doorBookings: world.eventsOf(app).filter(({ isDeleted }) => !isDeleted).length,
  }
}
