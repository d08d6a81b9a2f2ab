import { days, minutes } from '../../../shared/time/time.ts'
import type { CalendarEvent } from '../../../simulator/calendar/event.ts'
import { note, type Office } from './office.ts'

/** What an organiser does to a meeting by which it gets another name, or others beside it. */
export const rebookings = ['replace', 'drag', 'repeat', 'exception'] as const

export type Rebooking = (typeof rebookings)[number]

interface Times {
  readonly start: number
  readonly end: number
}

export function rebook(office: Office, event: CalendarEvent, times: Times, how: Rebooking): void {
  const { tally, tell } = office
  const isSingle = event.repeats === undefined
  if (isSingle ? how === 'exception' : how !== 'exception') return
  tell(() => `the organiser of ${event.uid}: ${how}`)
  note(tally, told[how])
  switch (how) {
    case 'replace':
      return replace(office, event, times)
    case 'drag':
      return drag(office, event, times)
    case 'repeat':
      return repeat(office, event, times)
    case 'exception':
      return putBeside(office, event, times)
  }
}

const told = {
  replace: 'deleted and booked again',
  drag: 'dragged by its own length',
  repeat: 'a single meeting became a series',
  exception: 'an exception beside another instance',
} as const

/** Deletes it and books it again: another uid, for the same people. */
function replace(
  { dice, world, room, everything }: Office,
  event: CalendarEvent,
  { start, end }: Times,
): void {
  const shift = minutes(dice.pick([0, 0, 0, -5, 5]))
  world.cancel(event)
  const next = world.book(room, {
    from: start + shift,
    to: end,
    organizer: event.organizer.name,
    private: event.organizerInfo === '',
  })
  everything.successors.set(event.uid, next.uid)
  if (!world.peopleIn(room).includes(event.uid)) return
  world.walkOut(room, event.uid)
  world.walkIn(room, next.uid)
}

function drag({ dice, world }: Office, event: CalendarEvent, { start, end }: Times): void {
  const by = dice.pick([-1, 1, 1]) * (end - start)
  world.move(event, { from: start + by, to: end + by })
}

/** It keeps its uid. */
function repeat({ dice, world, room }: Office, event: CalendarEvent, { start, end }: Times): void {
  const every = dice.pick(['day', 'week', 'week', 'quarter', 'year'])
  world.cancel(event)
  world.book(room, {
    uid: event.uid,
    from: start,
    to: end,
    organizer: event.organizer.name,
    private: event.organizerInfo === '',
    repeats: {
      every,
      until: start + days(every === 'quarter' || every === 'year' ? 800 : dice.between(8, 60)),
    },
  })
}

/** The instance of another day is put right after this one, or over it. */
function putBeside({ dice, world, room }: Office, event: CalendarEvent, { start, end }: Times): void {
  const other = world
    .staysIn(room, { from: end, to: end + days(8) })
    .find((stay) => stay.event === event && !stay.isException)
  if (other === undefined) return
  const from = dice.pick([end, end, start + minutes(5)])
  world.moveInstance(event, other.originalStart, { from, to: from + minutes(15) })
}
