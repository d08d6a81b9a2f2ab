import type { CalendarEvent } from '../../../main/simulator/calendar/event.ts'
import { days, hours, minutes } from '../../../shared/domain/time.ts'
import { expectNoGhost } from '../laws/ghost-released.ts'
import { exemptOrganizer } from '../run/scenario.ts'
import { attend, type Meant } from './attend.ts'
import { changeMind } from './change-mind.ts'
import type { Office } from './office.ts'

const lengths = [15, 15, 30, 30, 30, 45, 60, 60, 90] as const
const breaks = [0, 0, 15, 30, 60, 60, 120, 180] as const

/** The meetings of one day, which begins at `midnight`: some are known by then, some come up at short notice. */
export function bookDay(office: Office, midnight: number): void {
  const { dice, time } = office
  let from = midnight + hours(8) + minutes(15 * dice.between(0, 12))
  for (let left = dice.between(1, 5); left > 0 && from < midnight + hours(20); left--) {
    const to = from + minutes(dice.pick(lengths))
    const known = dice.chance(0.15) ? from + minutes(dice.between(-40, 10)) : midnight
    bookLater(office, known, from, to)
    from = dice.chance(0.06) ? from + minutes(15) : to + minutes(dice.pick(breaks))
  }
  if (dice.chance(0.04)) bookLater(office, midnight, midnight + hours(23.5), midnight + hours(24.5))
  if (dice.chance(0.03)) bookLater(office, midnight, midnight, midnight + days(1))
  if (dice.chance(0.02)) bookLater(office, midnight, midnight + hours(8), midnight + hours(16.5))
  time.at(midnight + dice.between(hours(8), hours(18)), () =>
    book(office, midnight + hours(40), midnight + hours(41)),
  )
}

const bookLater = (office: Office, known: number, from: number, to: number): void =>
  void office.time.at(known, () => plan(office, book(office, from, to)))

function book({ dice, world, room, tell, doors }: Office, from: number, to: number): CalendarEvent {
  const repeats = dice.chance(0.15)
    ? { every: dice.pick(['day', 'week']), until: from + days(dice.between(2, 20)) }
    : undefined
  const event = world.book(room, {
    from,
    to,
    private: dice.chance(0.08),
    madeByApp: dice.chance(0.04),
    ...(dice.chance(0.05) && { organizer: exemptOrganizer }),
    ...(repeats && { repeats }),
  })
  for (const door of doors) if (door.isHealthy) expectNoGhost(door, from)
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

function plan(office: Office, event: CalendarEvent): void {
  const { start, end } = event.span
  planFor(office, event, { uid: event.uid, start, end }, start)
}

function planFor(office: Office, event: CalendarEvent, meant: Meant, originalStart: number): void {
  attend(office, meant)
  if (office.dice.chance(0.2)) changeMind(office, event, meant, originalStart)
}

export const hhmm = (moment: number): string => new Date(moment).toISOString().slice(11, 19)
