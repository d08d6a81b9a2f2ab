import { days, hours, minutes, seconds } from '../../../shared/time/time.ts'
import type { Instance } from '../../../simulator/calendar/event.ts'
import { refuseDisk } from '../laws/door.ts'
import { tapCheckIn, tapEnd, walkBy } from '../people/at-the-door.ts'
import { changeRules } from '../people/change-rules.ts'
import { note, type Office } from '../people/office.ts'
import type { Scenario } from '../run/scenario.ts'
import { answerEmpty, answerUnknown, datesWrong } from './between-faults.ts'
import { crash } from './program-faults.ts'

/** Two things that go wrong with one booking at one time: each is drawn often, and both together hardly ever. */
export type Coincidence = (office: Office, stay: Instance) => void

const commonCoincidences: readonly Coincidence[] = [
  comeInDoubt,
  dieAtMove,
  beginByWrongDates,
  beginByOtherRules,
  vanishInWindow,
  vanishAfterCheckIn,
  endIntoUnknown,
]

export const orderCommonCoincidences = (office: Office, scenario: Scenario): void =>
  orderCoincidences(office, scenario, { coincidences: commonCoincidences, share: 0.1 })

interface Coincidences {
  readonly coincidences: readonly Coincidence[]
  /** How many of the days have one. */
  readonly share: number
}

export function orderCoincidences(
  office: Office,
  scenario: Scenario,
  { coincidences, share }: Coincidences,
): void {
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

/**
 * A running meeting is moved, a little or by its own length, and the panel dies while it reads that. The next
 * one may read the calendar before its disk gives the journal.
 */
function dieAtMove(office: Office, { event, start, end }: Instance): void {
  const { dice, time, world, room, doors, tally, tell } = office
  if (event.repeats !== undefined) return
  const by = dice.pick([minutes(-10), minutes(15), end - start, end - start])
  time.at(dice.between(start + minutes(2), end), () => {
    const now = time.now()
    const running = world.staysIn(room, { from: now, to: now + 1 }).find((stay) => stay.event === event)
    if (running === undefined) return
    tell(() => `the organiser of ${event.uid} moves it as the panel dies`)
    note(tally, 'moved, and the panel died as it read that')
    world.move(event, { from: running.start + by, to: running.end + by })
    for (const { tablet } of doors) if (tablet.isRunning()) void tablet.program().panel.touch()
    for (const door of doors)
      if (dice.chance(0.5)) refuseDisk(door, 'EIO', dice.pick([seconds(20), minutes(2)]))
    crash(office)
  })
}

/** A panel begins while a meeting runs, and the first answers have a wrong date. */
function beginByWrongDates(office: Office, { start, end }: Instance): void {
  const { dice, time } = office
  time.at(dice.between(start, end), () => {
    crash(office)
    datesWrong(office)
  })
}

/** IT writes other rules while people can check in by the old ones, and the panel begins anew. */
function beginByOtherRules(office: Office, { start }: Instance): void {
  const { dice, time, doors } = office
  const opens = doors[0]?.rules.current().opensBefore ?? minutes(5)
  const at = start - dice.between(0, opens)
  time.at(at, () => changeRules(office))
  time.at(at + seconds(dice.between(40, 100)), () => crash(office))
}

/** Check-in is open, a reading is empty for once, and a touch asks for it and then for the next one. */
function vanishInWindow(office: Office, { start }: Instance): void {
  const { dice, time, doors } = office
  const opens = doors[0]?.rules.current().opensBefore ?? minutes(5)
  const at = start - dice.between(seconds(20), Math.max(opens, seconds(21)))
  time.at(at, () => answerEmpty(office))
  for (const ms of [seconds(1), seconds(dice.between(13, 60))]) time.at(at + ms, () => walkBy(office))
}

/** People have checked in before the start, and then a reading is empty for once. */
function vanishAfterCheckIn(office: Office, { event, start }: Instance): void {
  const { dice, time, doors } = office
  const opens = doors[0]?.rules.current().opensBefore ?? minutes(5)
  const at = start - dice.between(0, opens)
  time.at(at, () => tapCheckIn(office, event.uid))
  time.at(at + dice.between(seconds(10), seconds(20)), () => {
    answerEmpty(office)
    walkBy(office)
  })
}

/** A meeting is ended, and the answer is a code that no page of the platform has. */
function endIntoUnknown(office: Office, { event, start, end }: Instance): void {
  const { dice, time } = office
  const at = dice.between(start + seconds(10), end)
  time.at(at - seconds(5), () => answerUnknown(office))
  time.at(at, () => tapEnd(office, event.uid))
}
