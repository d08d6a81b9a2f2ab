import { settleRequests } from '../app-calendars/room-answers.ts'
import type { Platform } from '../platform.ts'
import type { Room } from '../rooms/room.ts'
import type { Person } from '../tenancy/tenant.ts'
import { personNamed } from '../tenancy/tenant-verbs.ts'
import type { CalendarEvent, Change, Exception, Instance, Interval, Repetition } from './event.ts'
import { isStartOf, THE_TRUTH } from './instances.ts'

const DAY = 86_400_000

/** Start and end, epoch ms, on whole seconds. */
export interface Times {
  readonly from: number
  readonly to: number
}

export interface Booking extends Times {
  readonly uid?: string
  readonly title?: string
  /** A person's name. */
  readonly organizer?: string
  /** Freebusy hides the organiser. */
  readonly private?: boolean
  /** Freebusy knows the organiser but has no name for it. */
  readonly madeByApp?: boolean
  readonly videoLink?: string
  readonly repeats?: Repeats
}

export interface Repeats {
  readonly every: keyof typeof steps
  /** The interval of an RRULE; 1 if left out. */
  readonly interval?: number
  /** No instance starts after this, epoch ms. Without it the series has no end. */
  readonly until?: number
}

/** People's acts in their calendars. A new time asks the room again, so a released room is taken again. */
export const calendarVerbs = (platform: Platform) => {
  const roomFor = (event: CalendarEvent): Room => {
    const room = platform.rooms.get(event.roomId)
    if (room === undefined) throw new RangeError(`Of another world: ${event.uid}`)
    return room
  }

  const retime = (event: CalendarEvent, span: Interval): void => {
    const { schedule } = roomFor(event)
    schedule.remove(event)
    event.changes = shifted(event.changes, span.start - event.span.start)
    event.span = span
    event.cut = undefined
    schedule.add(event)
  }

  return {
    /**
     * Books a room without checking whether it is taken: freebusy can show two bookings at once, so the world
     * can, too.
     */
    book: (room: Room, booking: Booking): CalendarEvent => {
      settleRequests(platform)
      const organizer = personNamed(platform, booking.organizer ?? 'Lin Xiaoyu')
      const event: CalendarEvent = {
        uid: booking.uid ?? platform.ids.event(),
        tenant: room.tenant,
        roomId: room.id,
        title: booking.title ?? 'Meeting',
        organizer,
        organizerInfo: organizerInfoOf(booking, organizer),
        videoLink: booking.videoLink,
        span: spanOf(booking),
        repeats: booking.repeats && repetitionOf(booking.repeats),
        shownFrom: -Infinity,
        cut: undefined,
        changes: new Map(),
      }
      platform.events.set(event.uid, event)
      room.schedule.add(event)
      return event
    },

    /** Turns a single event into a series, whose first instance it is. */
    repeat: (event: CalendarEvent, repeats: Repeats): void => {
      const { schedule } = roomFor(event)
      schedule.remove(event)
      event.repeats = repetitionOf(repeats)
      schedule.add(event)
    },

    rename: (event: CalendarEvent, title: string): void => void (event.title = title),

    /**
     * Moves a single event, or a series as a whole. For a series `times` are the first instance's, exceptions
     * keep theirs, and every `original_time` changes.
     */
    move: (event: CalendarEvent, times: Times): void => retime(event, spanOf(times)),

    /** Changes the end, for a series of each ordinary instance. */
    extend: (event: CalendarEvent, to: number): void => retime(event, spanOf({ from: event.span.start, to })),

    /** Gives one instance, named by its original start, times of its own. */
    moveInstance: (series: CalendarEvent, originalStart: number, times: Times): void =>
      except(series, originalStart, spanOf(times)),
    cancelInstance: (series: CalendarEvent, originalStart: number): void =>
      except(series, originalStart, 'cancelled'),

    cancel: (event: CalendarEvent): void => {
      roomFor(event).schedule.remove(event)
      platform.events.delete(event.uid)
    },

    /** The true stays in the room's calendar, sorted by start, even if freebusy lags behind. */
    staysIn: (room: Room, times: Times): readonly Instance[] => truthOf(platform, room, times),
  }
}

const truthOf = (platform: Platform, room: Room, { from, to }: Times): readonly Instance[] => {
  settleRequests(platform)
  return room.schedule
    .within({ start: from, end: to }, THE_TRUTH)
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
}

const except = (series: CalendarEvent, originalStart: number, exception: Exception): void => {
  if (!isStartOf(series, originalStart)) throw new RangeError('The series has no instance that starts then')
  series.changes.set(originalStart, { exception })
}

/**
 * The exceptions of a series that was moved by `shift`. They keep their own times under a new original start.
 */
const shifted = (changes: ReadonlyMap<number, Change>, shift: number): Map<number, Change> => {
  const moved = new Map<number, Change>()
  for (const [start, { exception }] of changes) if (exception) moved.set(start + shift, { exception })
  return moved
}

const organizerInfoOf = (booking: Booking, { name, openId }: Person): string => {
  if (booking.private === true) return ''
  const info = booking.madeByApp === true ? { open_id: openId } : { name, open_id: openId }
  return `,"organizer_info":${JSON.stringify(info)}`
}

const spanOf = ({ from, to }: Times): Interval => {
  if (from % 1000 !== 0 || to % 1000 !== 0 || from >= to) {
    throw new RangeError(`Not a stretch of whole seconds: ${from} to ${to}`)
  }
  return { start: from, end: to }
}

const repetitionOf = ({ every, interval = 1, until = Infinity }: Repeats): Repetition => {
  const step = steps[every]
  return { every: 'ms' in step ? { ms: interval * step.ms } : { months: interval * step.months }, until }
}

const steps = {
  day: { ms: DAY },
  week: { ms: 7 * DAY },
  quarter: { months: 3 },
  year: { months: 12 },
} as const
