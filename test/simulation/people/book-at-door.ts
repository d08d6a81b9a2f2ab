import type { Wish } from '../../../shared/reserving/wish.ts'
import { days, hours, minutes, seconds } from '../../../shared/time/time.ts'
import { disturb } from '../faults/booking-faults.ts'
import { type Door, seenAt } from '../laws/door.ts'
import { type Attempt, yesOf } from '../laws/reserving/attempt.ts'
import { expectEnd } from '../laws/reserving/tap-judged.ts'
import type { Scenario } from '../run/scenario.ts'
import { tapEnd, touch, walkBy } from './at-the-door.ts'
import { attend } from './attend.ts'
import { note, type Office, someDoor } from './office.ts'
import { setUpPlatform, useCalendar } from './use-calendar.ts'

/** Draws who comes to a door on each day to book the room. */
export function orderVisits(office: Office, scenario: Scenario): void {
  const { dice, time } = office
  setUpPlatform(office, scenario)
  for (let day = 0; day < scenario.days; day++) {
    const midnight = scenario.start + days(day)
    time.at(midnight + hours(7), () => {
      useCalendar(office)
      orderVisitsToMeetings(office, scenario, midnight)
    })
    for (let count = dice.between(2, 8); count > 0; count--)
      time.at(midnight + hours(7.5) + seconds(dice.between(0, 43_000)), () => visit(office, scenario))
  }
}

/** Some come to a meeting early, or after its release, or would like it to go on. */
function orderVisitsToMeetings(office: Office, scenario: Scenario, midnight: number): void {
  const { dice, doors, room, time, world } = office
  const grace = doors[0]?.rules.current().grace ?? minutes(10)
  for (const { start, end } of world.staysIn(room, { from: midnight + hours(7), to: midnight + hours(20) })) {
    const wish = dice.pick(['startEarly', 'takeBack', 'extend', 'elsewhere', undefined, undefined, undefined])
    if (wish === 'startEarly')
      time.at(start - minutes(dice.between(5, 25)), () => visit(office, scenario, wish))
    if (wish === 'takeBack')
      time.at(start + grace + seconds(dice.between(1, 240)), () => visit(office, scenario, wish))
    if (wish === 'elsewhere') time.at(dice.between(start, end), () => lookAround(office, scenario))
    if (wish === 'extend') time.at(end - seconds(dice.between(5, 600)), () => visit(office, scenario, wish))
  }
}

/** Who finds the room taken looks for another one. */
function lookAround(office: Office, scenario: Scenario): void {
  const { dice, time, tally } = office
  const door = someDoor(office)
  if (seenAt(door)?.occupancy.kind !== 'inUse') return
  note(tally, 'looked for another room')
  touch(office, door)
  void door.tablet.program().panel.findRooms()
  const there: Office = { ...office, doors: [door] }
  time.after(seconds(dice.between(2, 15)), () => visit(there, scenario, 'elsewhere'))
}

/** Ms between two looks at a door that has nothing to book on it. */
const betweenLooks = seconds(20)

function visit(office: Office, scenario: Scenario, wish?: Wish['kind'], looks = 3): void {
  const { dice, time, doors, tally } = office
  const door = someDoor(office)
  if (!offers(door, wish)) {
    if (looks > 1) return void time.after(betweenLooks, () => visit(office, scenario, wish, looks - 1))
    return note(tally, `nothing to book: ${wish ?? 'anything'}`)
  }
  if (!scenario.isHealthy && dice.chance(0.6)) disturb(office, door)
  // What goes wrong with the room may be there some seconds before.
  time.after(dice.pick([0, 0, dice.between(0, seconds(8))]), () => book(office, door, wish))
  const other = doors.find((one) => one !== door)
  if (other === undefined || !dice.chance(0.5)) return
  note(tally, 'two doors in the same seconds')
  time.after(dice.between(0, 1500), () => book(office, other))
}

const offers = (door: Door, kind?: Wish['kind']): boolean =>
  seenAt(door)?.bookable.some(({ wish }) => kind === undefined || wish.kind === kind) === true

function book(office: Office, door: Door, kind?: Wish['kind']): void {
  const { dice, time, tally, tell } = office
  const seen = seenAt(door)
  // One booking at a time.
  const bookable = seen?.reserving.kind === 'reserving' ? [] : (seen?.bookable ?? [])
  const kinds = [...new Set(bookable.map(({ wish }) => wish.kind))]
  if (kinds.length === 0) return
  const chosen = kind !== undefined && kinds.includes(kind) ? kind : dice.pick(kinds)
  const { wish } = dice.pick(bookable.filter((one) => one.wish.kind === chosen))
  tell(() => `a visitor books ${JSON.stringify(wish)} at ${door.tablet.name}`)
  note(tally, `tapped to book: ${chosen}`)
  tally.doorTaps++
  touch(office, door)
  const { panel } = door.tablet.program()
  const attempt = expectEnd(door, chosen, tally)
  void panel.book(wish)
  if (dice.chance(0.2))
    time.after(dice.between(5, 30), () => {
      if (attempt.told === undefined) void panel.book(wish)
    })
  if (dice.chance(0.15)) time.after(dice.between(0, seconds(5)), () => compete(office))
  if (dice.chance(0.1))
    time.after(dice.pick([seconds(1), seconds(6), minutes(9)]), () => meddle(office, attempt))
  if (dice.chance(0.3)) time.after(dice.between(0, seconds(20)), () => walkBy(office))
  time.after(seconds(dice.between(4, 25)), () => goIn(office, attempt))
}

/** Who was told that they have the room goes in, and leaves in time, early, or some time after. */
function goIn(office: Office, { told, events, wish }: Attempt): void {
  const { dice, time, world, room } = office
  const event = events.find((one) => yesOf(one) !== undefined)
  if (told !== 'booked' || event === undefined) return
  const { uid, span } = event
  if (wish === 'later') return void attend(office, { uid, ...span })
  if (wish === 'elsewhere') return
  world.walkIn(room, uid)
  const now = time.now()
  const leaves = dice.chance(0.4) ? dice.between(now, Math.max(now, span.end)) : span.end
  time.at(leaves, () => {
    if (dice.chance(0.6)) tapEnd(office, uid)
    world.walkOut(room, uid)
  })
  if (dice.chance(0.2)) time.at(dice.between(now, Math.max(now, span.end)), () => walkBy(office))
}

/** In these seconds another person books the room from their desk, as far as their calendar shows it free. */
function compete(office: Office): void {
  const { dice, time, world, room, tally } = office
  const from = Math.floor(time.now() / minutes(1)) * minutes(1) + minutes(dice.pick([0, 5, 10, 20]))
  const to = from + minutes(30)
  if (world.staysIn(room, { from, to }).length > 0) return
  note(tally, 'booked from a desk in the same seconds')
  const { uid } = world.book(room, { from, to, organizer: 'Mori Aoi' })
  attend(office, { uid, start: from, end: to })
}

/** People with access to the doors' calendar move or delete what a door has made. */
function meddle({ dice, world, tally, tell }: Office, attempt: Attempt): void {
  const event = attempt.events.find(({ isDeleted }) => !isDeleted)
  if (event === undefined) return
  attempt.isTouched = true
  const isMoved = dice.chance(0.4)
  tell(() => `people ${isMoved ? 'move' : 'delete'} ${event.uid}`)
  note(tally, `a door booking that people ${isMoved ? 'moved' : 'deleted'}`)
  const by = minutes(dice.pick([-5, 5, 60]))
  if (isMoved) world.moveByHand(event, { from: event.span.start + by, to: event.span.end + by })
  else world.deleteByHand(event)
}
