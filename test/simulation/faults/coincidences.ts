import { days, hours, minutes } from '../../../shared/time/time.ts'
import type { Instance } from '../../../simulator/calendar/event.ts'
import { tapCheckIn } from '../people/at-the-door.ts'
import { note, type Office } from '../people/office.ts'
import type { Scenario } from '../run/scenario.ts'
import { crash } from './program-faults.ts'

/** Two things that go wrong with one booking at one time: each is drawn often, and both together hardly ever. */
type Coincidence = (office: Office, stay: Instance) => void

const coincidences: readonly Coincidence[] = [comeInDoubt, dieAtMove]

/** How many of the days have one. */
const share = 0.05

export function orderCoincidences(office: Office, scenario: Scenario): void {
  const { dice, time, world, room, tally } = office
  for (let day = 0; day < scenario.days; day++) {
    const morning = scenario.start + days(day) + hours(1)
    if (!dice.chance(share)) continue
    time.at(morning, () => {
      const stays = world.staysIn(room, { from: morning, to: morning + hours(23) })
      if (stays.length === 0) return
      tally.faults++
      dice.pick(coincidences)(office, dice.pick(stays))
    })
  }
}

/** Readings hide for minutes what a reply did, and people who come late tap meanwhile. */
function comeInDoubt(office: Office, { event, start }: Instance): void {
  const { dice, time, world, tally, doors } = office
  const grace = doors[0]?.rules.current().grace ?? minutes(10)
  const lag = minutes(dice.pick([4, 9]))
  time.at(start, () => {
    note(tally, 'came late while a release was in doubt')
    world.switches.replyShownAfter = lag
  })
  time.at(start + grace + dice.between(minutes(1), lag), () => tapCheckIn(office, event.uid))
  time.at(start + grace + lag + minutes(2), () => (world.switches.replyShownAfter = 0))
}

/** A running meeting is moved a little, and the panel dies while it reads that. */
function dieAtMove(office: Office, { event, start, end }: Instance): void {
  const { dice, time, world, room, doors, tally, tell } = office
  if (event.repeats !== undefined) return
  const by = minutes(dice.pick([-10, 5, 15]))
  time.at(dice.between(start + minutes(2), end), () => {
    const now = time.now()
    const running = world.staysIn(room, { from: now, to: now + 1 }).find((stay) => stay.event === event)
    if (running === undefined) return
    tell(() => `the organiser of ${event.uid} moves it as the panel dies`)
    note(tally, 'moved, and the panel died as it read that')
    world.move(event, { from: running.start + by, to: running.end + by })
    for (const { tablet } of doors) if (tablet.isRunning()) void tablet.program().panel.touch()
    crash(office)
  })
}
