import type { Verdict } from '../shared/action/verdict.ts'
import type { ListedRoom } from '../shared/admin/room-setting.ts'
import type { Booking, BookingId } from '../shared/booking/booking.ts'
import type { NetworkFault } from '../shared/reading/network-fault.ts'
import type { ProblemCode } from '../shared/reading/problem.ts'
import type { Room } from '../shared/reading/room.ts'
import type { RoomLimits } from '../shared/reserving/room-limits.ts'
import type { Result } from '../shared/result.ts'
import type { Instant, Interval } from '../shared/time/time.ts'

/** A booking as a calendar lists it. */
export interface ListedBooking extends Booking {
  /**
   * Its times can't be read. They are those of the whole window, at any time of which it may take the room.
   */
  readonly isUnplaced?: true
}

/**
 * An answer of the calendar. `askedAt`: when the calendar was asked, if not by this very call: a hub asks it
 * for many rooms at once, and passes the answers on.
 */
export type TimedAnswer<T> = Result<T, CalendarProblem> & { readonly askedAt?: Instant }

/** `window`: the time that the answer covers, if that is not the one that was asked for. It contains the present. */
export type ScheduleAnswer = TimedAnswer<readonly ListedBooking[]> & { readonly window?: Interval }

/** The room's calendar. Each call has a time limit of its own and never throws. */
export interface RoomCalendar {
  /**
   * The bookings that overlap `window`, sorted by start. Safe to repeat, and repeats itself on passing
   * faults. `isAwaited`: a person at the door waits for it, so the calendar is asked even during a rest that
   * it asked for.
   */
  readonly readSchedule: (window: Interval, isAwaited?: boolean) => Promise<ScheduleAnswer>
  /**
   * Calls `run` whenever the schedule or the room has news that costs no call. Missing where each reading is a
   * call. Returns the function that stops it.
   */
  readonly onNews?: (run: () => void) => () => void
  /**
   * The known titles of these bookings. Costs one call at most, and none if no booking is new. After a
   * refusal there are no calls, and no titles, for a while. Not for private bookings.
   */
  readonly readTitles: (bookings: readonly Booking[]) => Promise<ReadonlyMap<BookingId, string>>
  /** Name, capacity, place, and whether the room is in service. */
  readonly readRoom: () => Promise<TimedAnswer<Room>>
  /**
   * All rooms that the app may see, in no order. Costs some calls, more for more rooms, so only on request.
   */
  readonly readRooms: () => Promise<Result<readonly ListedRoom[], CalendarProblem>>
  /**
   * The meeting's other bookings that are still to come: within two months, and around the same days of the
   * next two quarters; with `known`, only where these begin. Read again each time. `isAwaited` as of `readSchedule`.
   */
  readonly readSiblings: (
    booking: Booking,
    known?: readonly Booking[],
    isAwaited?: boolean,
  ) => Promise<Result<readonly Booking[], CalendarProblem>>
  /**
   * Finds out how to send a verdict about a booking, and fetches what the request needs. Sends no verdict.
   * Fails if none can be sent.
   */
  readonly prepareReply: (booking: Booking, verdict: Verdict) => Promise<Result<ReplyTicket, CalendarProblem>>
  /**
   * Sends the ticket's reply, once (law 3). The request leaves within this very call, before the promise is
   * returned: no timer, disk or network lies in between. An ambiguous answer is never followed by another
   * request: read the schedule to learn the result.
   */
  readonly commitReply: (ticket: ReplyTicket) => Promise<Reply | AnotherTicket>
}

/**
 * A reply that is ready to be sent. Plain data without a secret, so that a message can carry it to the
 * process that sends it.
 */
export interface ReplyTicket {
  readonly booking: Pick<Booking, 'id' | 'meeting'>
  readonly verdict: Verdict
  /** Names this one instance of the meeting in the request, in the calendar's own way. Only the calendar reads it. */
  readonly instance: number
  /** From this moment on the calendar refuses the ticket. */
  readonly expiresAt: Instant
  /** It replaces a ticket for which the token was missing or was rejected. No third one follows. */
  readonly isRenewed?: true
}

/**
 * It is certain that the ticket was not carried out, and this other one may be. It is committed only after
 * its sender has looked again, because some time has passed since the last look.
 */
export interface AnotherTicket {
  readonly kind: 'again'
  readonly ticket: ReplyTicket
}

/**
 * - `accepted`: the calendar accepted the reply; only a reading proves its effect
 * - `refused`: it is certain that it was not carried out
 * - `moved`: not carried out, because the calendar has the meeting under other times now: read again, then
 *   decide
 * - `seriesUnknown`: not sent, because it could not be found out whether the meeting belongs to a series
 * - `unsure`: it may or may not have been carried out
 */
export type Reply =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly problem: CalendarProblem }
  | { readonly kind: 'moved'; readonly problem: CalendarProblem }
  | { readonly kind: 'seriesUnknown'; readonly problem: CalendarProblem }
  | { readonly kind: 'unsure'; readonly problem: CalendarProblem }

export interface CalendarProblem {
  readonly code: ProblemCode
  /** For `unreachable`: the network's fault, for IT. */
  readonly network?: NetworkFault
  /** For `scopeMissing`: the scopes, any one of which is enough. */
  readonly scopes?: readonly string[]
  /** The calendar's own code, for IT. */
  readonly calendarCode?: number
  /** The calendar's id of this call, to quote to its support. */
  readonly logId?: string
  /** How long to wait before the next call, ms. */
  readonly retryAfter?: number
  readonly cause?: unknown
}

/**
 * The calendar's calls one by one, so that IT sees which of them work. None changes the calendar. They repeat
 * themselves on passing faults.
 */
export interface CalendarProbe {
  /** Whether any server answers at the calendar's address. */
  readonly reach: () => Promise<Result<void, CalendarProblem>>
  readonly token: () => Promise<Result<void, CalendarProblem>>
  readonly schedule: (window: Interval) => Promise<Result<readonly Booking[], CalendarProblem>>
  readonly room: () => Promise<Result<Room, CalendarProblem>>
  /**
   * The room by the call that needs only the schedule's scope. It tells less about a room that is out of
   * service.
   */
  readonly olderRoom: () => Promise<Result<Room, CalendarProblem>>
  /** Asks for the titles of no meeting, to test whether the app may ask for titles. */
  readonly titles: () => Promise<Result<void, CalendarProblem>>
  readonly booking: BookingProbe
}

/** What an app needs so that its doors can book. */
export interface BookingProbe {
  /** Whether the doors' calendar was made. Fails without the bot ability. */
  readonly hasCalendar: () => Promise<Result<boolean, CalendarProblem>>
  /** Whether the app may make that calendar. */
  readonly mayMakeCalendar: () => Promise<Result<void, CalendarProblem>>
  /** Whether the app may take this step of a booking. */
  readonly may: (step: BookingStep) => Promise<Result<void, CalendarProblem>>
  readonly limits: () => Promise<Result<RoomLimits, CalendarProblem>>
}

export type BookingStep = 'makeEntry' | 'askRoom' | 'readAnswer' | 'removeEntry'
