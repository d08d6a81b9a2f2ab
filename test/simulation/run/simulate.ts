import { setImmediate } from 'node:timers/promises'
import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import { days, hours, minutes } from '../../../shared/time/time.ts'
import { createWorld } from '../../../simulator/world.ts'
import { orderCommonCoincidences } from '../faults/coincidences.ts'
import { orderFaults } from '../faults/order-faults.ts'
import { orderRareCoincidences } from '../faults/rare-coincidences.ts'
import { createCourt, type Violation } from '../laws/court.ts'
import type { Door } from '../laws/door.ts'
import { newMemory, newRoomMemory, type RoomMemory } from '../laws/memory.ts'
import { createButtons } from '../laws/picture/buttons.ts'
import { oldestGreenBy } from '../laws/picture/oldest-green.ts'
import { createRuleBook } from '../laws/rules.ts'
import { watchTablet } from '../laws/watch-tablet.ts'
import type { WatchedWorld } from '../laws/watch-tablet.ts'
import { walkBy } from '../people/at-the-door.ts'
import { bookDay, planSeries } from '../people/book.ts'
import { orderVisits } from '../people/book-at-door.ts'
import { newTally, type Office, type Tally } from '../people/office.ts'
import { createTablet } from '../tablet/tablet.ts'
import { diceFor } from '../time/dice.ts'
import { createTrueTime } from '../time/true-time.ts'
import { appId, roomId, type Scenario, scenarioOf } from './scenario.ts'

export interface Outcome {
  readonly scenario: Scenario
  readonly panelDays: number
  readonly tally: Tally
  readonly violations: readonly Violation[]
}

export type Tell = (at: number, line: string) => void

const secret = 'S'.repeat(32)

/** Lets the days of one seed go by. */
export async function simulate(seed: number, isHealthy = false, tell?: Tell): Promise<Outcome> {
  const scenario = scenarioOf(seed, isHealthy)
  const time = createTrueTime(scenario.start)
  const told = (line: () => string): void => tell?.(time.now(), line())
  const world = createWorld({ now: time.now, random: diceFor(seed, 2).next })
  const app = world.addApp({ id: appId, secret })
  const room = world.addRoom({ id: roomId })
  if (scenario.harmsSeries) {
    world.switches.instanceOfSeries = 'wholeSeries'
    world.switches.harmShownAfter = scenario.harmShownAfter
  }
  const court = createCourt(time.now, told)
  const tally = newTally()
  // Where nobody can book, the world's dice fall as they did without it.
  const neighbour = scenario.booksAtDoor ? world.addRoom({ name: 'Camellia' }) : undefined
  const shared = { time, world, room, neighbour, app, court, everything: newRoomMemory(), tell: told, tally }
  const doors = scenario.configurations.map((configuration, index) =>
    doorOf(shared, scenario, configuration, index),
  )
  const office: Office = { ...shared, dice: diceFor(seed, 3), doors }
  for (const { tablet } of doors) time.at(scenario.begins, tablet.start)
  if (!isHealthy) {
    orderFaults({ ...office, dice: diceFor(seed, 5) }, scenario)
    orderCommonCoincidences({ ...office, dice: diceFor(seed, 6) }, scenario)
    // By this number no seed that failed before has one.
    orderRareCoincidences({ ...office, dice: diceFor(seed, 94) }, scenario)
  }
  for (let day = 0; day < scenario.days; day++) liveDay(office, scenario.start + days(day))
  if (scenario.booksAtDoor) orderVisits({ ...office, dice: diceFor(seed, 8) }, scenario)
  const onDefect = (defect: unknown): void => court.accuse('no exceptions', String(defect))
  // At the door the program would end with it.
  process.on('unhandledRejection', onDefect)
  try {
    await time.goTo(scenario.start + days(scenario.days))
    // An uncaught error is reported in the next turn.
    await setImmediate()
  } catch (defect) {
    onDefect(defect)
  } finally {
    process.off('unhandledRejection', onDefect)
  }
  return {
    scenario,
    panelDays: scenario.days * doors.length,
    tally,
    violations: court.violations,
  }
}

function doorOf(
  shared: Omit<WatchedWorld, 'everything'> & { readonly everything: RoomMemory },
  scenario: Scenario,
  configuration: DirectConfiguration,
  index: number,
): Door {
  const zone = configuration.timeZone ?? scenario.tabletZone
  const door: Omit<Door, 'tablet'> & { tablet?: Door['tablet'] } = {
    ...shared,
    rules: createRuleBook(configuration),
    buttons: createButtons(shared.time.now),
    listed: new Map(),
    touches: [],
    hasLostAll: false,
    rubbish: undefined,
    diskRefusesUntil: -Infinity,
    isHealthy: scenario.isHealthy,
    hasFewCalls: scenario.isMonthsEnd && configuration.budget.callsPerMonth < 10_000,
    oldestGreen: oldestGreenBy(configuration, zone),
    zone,
    memory: newMemory(scenario.start),
  }
  const tablet = createTablet({
    name: index === 0 ? 'the panel' : 'the follower',
    configuration,
    world: shared.world,
    appSecret: secret,
    time: shared.time,
    dice: diceFor(scenario.seed, 10 + index),
    bookingDice: diceFor(scenario.seed, 20 + index),
    watcher: watchTablet(() => whole, shared),
    wrongBy: scenario.wrongBy,
    zone: scenario.tabletZone,
  })
  const whole: Door = { ...door, tablet }
  return whole
}

function liveDay(office: Office, midnight: number): void {
  const { time, dice } = office
  time.at(midnight, () => {
    planSeries(office, midnight)
    bookDay(office, midnight)
  })
  for (let walks = dice.between(0, 6); walks > 0; walks--)
    time.at(midnight + hours(7) + minutes(dice.between(0, 840)), () => walkBy(office))
}
