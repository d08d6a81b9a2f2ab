import { days, hours, minutes } from '../../../shared/time/time.ts'
import type { CalendarEvent } from '../../../simulator/calendar/event.ts'
import { exemptOrganizer } from '../run/scenario.ts'
import { attend, type Meant } from './attend.ts'
import { changeMind } from './change-mind.ts'
import { note, type Office } from './office.ts'

const lengths = [15, 15, 30, 30, 30, 45, 60, 60, 90] as const
const breaks = [0, 0, 15, 30, 60, 60, 120, 180] as const
const organizers = ['Lin Xiaoyu', 'Lin Xiaoyu', 'Chen Wei', 'Sato Yui', 'Zhang Hao'] as const

/** What is to be booked. */
interface Wish {
  readonly from: number
  readonly to: number
  readonly organizer: string
  /** The organiser's people have the room before it, and stay on, if they came. */
  readonly isStay?: boolean
}

/** The meetings of one day, which begins at `midnight`: some are known by then, some come up at short notice. */
export function bookDay(office: Office, midnight: number): void {
  const { dice, time } = office
  let from = midnight + hours(8) + minutes(15 * dice.between(0, 12))
  for (let left = dice.between(1, 5); left > 0 && from < midnight + hours(20); left--) {
    const organizer = dice.pick(organizers)
    const to = from + minutes(dice.pick(lengths))
    const known = dice.chance(0.15) ? from + minutes(dice.between(-40, 10)) : midnight
    bookLater(office, known, { from, to, organizer })
    from = bookBeside(office, midnight, { from, to, organizer })
  }
  const wholeDay = (begin: number, end: number): void =>
    bookLater(office, midnight, { from: begin, to: end, organizer: dice.pick(organizers) })
  if (dice.chance(0.04)) wholeDay(midnight + hours(23.5), midnight + hours(24.5))
  if (dice.chance(0.03)) wholeDay(midnight, midnight + days(1))
  if (dice.chance(0.02)) wholeDay(midnight + hours(8), midnight + hours(16.5))
  if (dice.chance(0.15)) bookFromInside(office, midnight + dice.between(hours(8), hours(19)))
  const [next, after] = [midnight + hours(40), midnight + hours(41)]
  time.at(midnight + dice.between(hours(8), hours(18)), () =>
    book(office, { from: next, to: after, organizer: dice.pick(organizers) }),
  )
}

/** Often meetings overlap, or one follows right upon the other. Gives when the next one may begin. */
function bookBeside(office: Office, midnight: number, { from, to, organizer }: Wish): number {
  const { dice, tally } = office
  const way = dice.next()
  if (way < 0.06) return from + minutes(15)
  if (way < 0.09) {
    note(tally, 'two bookings of one start')
    return from
  }
  if (way < 0.17) {
    note(tally, 'two bookings in a row by one organiser')
    const begin = to + minutes(dice.pick([0, 0, 0, 2, 5]))
    const end = begin + minutes(dice.pick(lengths))
    bookLater(office, midnight, {
      from: begin,
      to: end,
      organizer,
      ...(dice.chance(0.7) && { isStay: true }),
    })
    return end + minutes(dice.pick(breaks))
  }
  return to + minutes(dice.pick(breaks))
}

/**
 * A person in the room books it there and then, from a minute ago on, and does not come to the door for that.
 */
function bookFromInside(office: Office, at: number): void {
  const { dice, room, tally, time, world } = office
  time.at(at, () => {
    const from = Math.floor(at / minutes(1)) * minutes(1) - minutes(dice.between(0, 5))
    if (world.staysIn(room, { from, to: at + minutes(15) }).length > 0) return
    note(tally, 'booked from inside')
    const { uid, span } = book(office, { from, to: from + minutes(30), organizer: dice.pick(organizers) })
    world.walkIn(room, uid)
    time.at(span.end, () => world.walkOut(room, uid))
  })
}

const bookLater = (office: Office, known: number, wish: Wish): void =>
  void office.time.at(known, () => plan(office, book(office, wish), wish))

function book({ dice, world, room, tell }: Office, { from, to, organizer }: Wish): CalendarEvent {
  const repeats = dice.chance(0.15)
    ? dice.chance(0.1)
      ? { every: dice.pick(['quarter', 'year']), until: from + days(800) }
      : { every: dice.pick(['day', 'week']), until: from + days(dice.between(2, 20)) }
    : undefined
  const event = world.book(room, {
    from,
    to,
    private: dice.chance(0.08),
    madeByApp: dice.chance(0.04),
    organizer: dice.chance(0.05) ? exemptOrganizer : organizer,
    ...(repeats && { repeats }),
  })
  tell(
    () =>
      `${event.uid} is booked from ${hhmm(from)} to ${hhmm(to)}${repeats ? ` every ${repeats.every}` : ''}`,
  )
  return event
}

/** The instances of series that began on days before. */
export function planSeries(office: Office, midnight: number): void {
  const { world, room } = office
  for (const stay of world.staysIn(room, { from: midnight, to: midnight + days(1) })) {
    const isOld = stay.event.repeats !== undefined && stay.originalStart !== stay.event.span.start
    if (isOld && stay.start >= midnight)
      planFor(
        office,
        stay.event,
        { uid: stay.event.uid, start: stay.start, end: stay.end },
        stay.originalStart,
      )
  }
}

function plan(office: Office, event: CalendarEvent, { isStay = false }: Wish): void {
  const { start, end } = event.span
  if (isStay) return stayOn(office, event)
  planFor(office, event, { uid: event.uid, start, end }, start)
}

/** Who is in the room for the organiser's meeting before has no reason to go to the door. */
function stayOn({ room, time, world, tally }: Office, { uid, span, organizer }: CalendarEvent): void {
  time.at(span.start, () => {
    const before = world
      .staysIn(room, { from: span.start - minutes(6), to: span.start })
      .filter((stay) => stay.event.organizer === organizer && world.peopleIn(room).includes(stay.event.uid))
    if (before.length === 0) return
    note(tally, 'stayed on for the next meeting')
    world.walkIn(room, uid)
    time.at(span.end, () => world.walkOut(room, uid))
  })
}

function planFor(office: Office, event: CalendarEvent, meant: Meant, originalStart: number): void {
  attend(office, meant)
  if (office.dice.chance(0.2)) changeMind(office, event, meant, originalStart)
}

export const hhmm = (moment: number): string => new Date(moment).toISOString().slice(11, 19)
