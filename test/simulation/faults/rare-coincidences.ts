import { hours, minutes, seconds } from '../../../shared/time/time.ts'
import type { Instance } from '../../../simulator/calendar/event.ts'
import { refuseDisk } from '../laws/door.ts'
import { tapCheckIn, touch, walkBy } from '../people/at-the-door.ts'
import { writeRules } from '../people/change-rules.ts'
import { note, type Office, someDoor } from '../people/office.ts'
import { answerEmpty, datesAhead } from './between-faults.ts'
import { type Coincidence, orderCoincidences } from './coincidences.ts'
import type { Scenario } from '../run/scenario.ts'
import { crash } from './program-faults.ts'
import { isAwake, sleepFor } from './time-faults.ts'

/** Each is the one situation in which one guard of the panel matters, and is hardly ever drawn by itself. */
const rareCoincidences: readonly Coincidence[] = [
  hearAFastServer,
  hearAFastServer,
  wakeByWrongDates,
  beginByWrongDatesInARow,
  vanishBeforeWindow,
  closeWindowAndDie,
  writeRulesOnFullDisk,
  moveOnFullDisk,
  moveOnFullDisk,
]

export const orderRareCoincidences = (office: Office, scenario: Scenario): void =>
  orderCoincidences(office, scenario, { coincidences: rareCoincidences, share: 0.04 })

/** One of the platform's servers is some seconds fast: an answer of its own takes the clock over the start of a meeting. */
function hearAFastServer(office: Office, { start }: Instance): void {
  const { dice, time } = office
  const ahead = seconds(dice.between(2, 4))
  time.at(start - dice.between(500, 1500), () => {
    datesAhead(office, ahead, 1)
    walkBy(office)
  })
}

/** A tablet wakes while a meeting runs, and a machine on the way dates the first answers alike, and wrong. */
function wakeByWrongDates(office: Office, { start, end }: Instance): void {
  const { dice, time } = office
  const lasts = seconds(dice.between(20, 60))
  time.at(dice.between(start, end), () => {
    const door = someDoor(office)
    if (!isAwake(door)) return
    sleepFor(office, door, lasts, { standsStill: dice.chance(0.5), isTold: true })
    time.after(lasts - 1, () => datesAhead(office, wrongBy(office), 2))
  })
}

/** The same for a panel that begins, which asks for a token first. */
function beginByWrongDatesInARow(office: Office, { start, end }: Instance): void {
  const { dice, time } = office
  time.at(dice.between(start, end), () => crash(office, () => datesAhead(office, wrongBy(office), 3)))
}

const wrongBy = ({ dice }: Office): number => minutes(dice.pick([-45, -20, 10, 20]))

/**
 * A panel that began when a meeting had long been booked reads right before its check-in opens, and the answer is empty for
 * once. A touch brings it back after people have come.
 */
function vanishBeforeWindow(office: Office, { start }: Instance): void {
  const { dice, time } = office
  const opens = opensBefore(office)
  time.at(start - opens - minutes(15), () => crash(office))
  time.at(start - opens - seconds(dice.between(2, 5)), () => {
    answerEmpty(office)
    walkBy(office)
  })
  time.at(start - opens + seconds(dice.between(13, 60)), () => walkBy(office))
}

/** IT lets check-in open later from now on; the meeting whose check-in is open goes on by the old rules, also when the panel dies. */
function closeWindowAndDie(office: Office, { start }: Instance): void {
  const { dice, time } = office
  const opens = opensBefore(office)
  if (opens < minutes(2)) return
  const at = start - opens + seconds(dice.between(1, 20))
  time.at(at, () =>
    writeRules(office, someDoor(office), { opensMinutesBefore: 0, graceMinutes: dice.pick([1, 2, 5]) }),
  )
  time.at(at + seconds(dice.between(35, 60)), () => crash(office))
}

/** IT gives people more time while the disk is full; the disk has room again only when the panel begins anew. */
function writeRulesOnFullDisk(office: Office, { start }: Instance): void {
  const { dice, time } = office
  const dies = start - seconds(dice.between(70, 280))
  time.at(dies - hours(1), () => {
    const door = someDoor(office)
    refuseDisk(door, 'ENOSPC', hours(1))
    writeRules(office, door, { opensMinutesBefore: 5, graceMinutes: 10 })
  })
  time.at(dies, () => crash(office))
}

/**
 * A meeting that people have checked in to is moved by its own length while the disk takes nothing: the panel reads that
 * and dies, and the next one reads the calendar before its journal.
 */
function moveOnFullDisk(office: Office, { event, start, end }: Instance): void {
  const { dice, time, world, room, everything, tell, tally } = office
  if (event.repeats !== undefined) return
  time.at(start + seconds(dice.between(1, 20)), () => tapCheckIn(office, event.uid))
  time.at(dice.between(start + minutes(3), end - minutes(1)), () => {
    const now = time.now()
    const running = world.staysIn(room, { from: now, to: now + 1 }).find((stay) => stay.event === event)
    if (running === undefined || !everything.checkIns.some(({ uid }) => uid === event.uid)) return
    tell(() => `the organiser of ${event.uid} moves it by its length, and the disk is full`)
    note(tally, 'moved while the disk was full, and the panel died')
    const door = someDoor(office)
    const [by, dies] = [running.end - running.start, seconds(dice.between(3, 8))]
    refuseDisk(door, 'EIO', dice.pick([seconds(20), minutes(5)]))
    world.move(event, { from: running.start + by, to: running.end + by })
    touch(office, door)
    time.after(dies, () => crash(office))
  })
}

const opensBefore = ({ doors }: Office): number => doors[0]?.rules.current().opensBefore ?? minutes(5)
