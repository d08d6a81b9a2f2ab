import * as v from 'valibot'
import { keepReasons } from '../release/release.ts'
import { problemCodes } from '../reading/problem.ts'
import {
  bookingId,
  instant,
  list,
  madeId,
  outOfService,
  peopleText,
  roomId,
  version,
  whole,
} from './fields.ts'

/**
 * A door's vote on a release: yes only if all of law 2 holds at that very moment, no with the reason
 * otherwise.
 */
export const voteSchema = v.variant('says', [
  v.object({ says: v.literal('release') }),
  v.object({ says: v.literal('keep'), because: v.picklist(keepReasons) }),
])

export type Vote = v.InferOutput<typeof voteSchema>

/** Minutes, or until the next booking begins. */
const lengthName = v.union([v.pipe(whole, v.minValue(1), v.maxValue(1440)), v.literal('next')])

const about = { v: version, id: madeId }

/**
 * A door's request to the hub. The hub carries out each id once, however often it comes.
 *
 * - `end`: people in the room say that the meeting is over
 * - `release`: this door's vote; `order` is the hub's order that asked for it, missing from the door that begins
 * - `verdict`: an administrator at the door
 * - `book`: a visitor's wish, which the hub grants if its own look does; `extend`: the same after a running booking. The
 *   reservation has the ask's id
 * - `find`: other rooms near this door's that are free now
 * - `rooms`: one page of the company's rooms
 * - `time`: the hub's time; half of the round trip bounds its error
 */
export const askSchema = v.variant('kind', [
  v.object({ ...about, kind: v.literal('end'), booking: bookingId }),
  v.object({
    ...about,
    kind: v.literal('release'),
    booking: bookingId,
    vote: voteSchema,
    order: v.exactOptional(madeId),
  }),
  v.object({
    ...about,
    kind: v.literal('verdict'),
    booking: bookingId,
    verdict: v.picklist(['accept', 'decline']),
  }),
  v.object({
    ...about,
    kind: v.literal('book'),
    wish: v.picklist(['now', 'later', 'startEarly', 'takeBack', 'elsewhere']),
    length: v.exactOptional(lengthName),
    start: v.exactOptional(instant),
    room: v.exactOptional(roomId),
  }),
  v.object({ ...about, kind: v.literal('extend'), booking: bookingId, length: v.exactOptional(lengthName) }),
  v.object({ ...about, kind: v.literal('find') }),
  v.object({ ...about, kind: v.literal('rooms'), page: whole }),
  v.object({ ...about, kind: v.literal('time') }),
])

export type DoorAsk = v.InferOutput<typeof askSchema>
export type AskKind = DoorAsk['kind']

/**
 * Why the hub certainly did not carry out the request, beside the problems of the calendar.
 *
 * - `bookingGone`: the booking is no longer in the room under its id
 * - `seriesUnknown`: it could not be found out whether the meeting belongs to a series
 * - `notAudited`: the hubs' audit did not take the entry that a verdict needs before it is sent
 * - `declined`, `unanswered`, `interrupted`, `taken`, `notStored`: why a wish was not granted (`ReservationFailure`)
 * - `kept`: a release that not all doors agree to, or that the hub's own look forbids
 * - `notLeading`: this hub's lease is lost
 * - `notServed`: this hub can't do that
 */
export const askRefusals = [
  'bookingGone',
  'seriesUnknown',
  'notAudited',
  'declined',
  'unanswered',
  'interrupted',
  'taken',
  'notStored',
  'kept',
  'notLeading',
  'notServed',
  ...problemCodes,
] as const

export type AskRefusal = (typeof askRefusals)[number]

/** A room of the company. */
export const listedRoomSchema = v.object({
  id: roomId,
  name: v.exactOptional(peopleText),
  capacity: v.exactOptional(whole),
  place: list(peopleText),
  outOfService: v.exactOptional(outOfService),
})

/** Another room, and the time for which it would be booked. */
const foundRoom = v.object({
  ...listedRoomSchema.entries,
  floorsUp: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  start: instant,
  end: instant,
  freeUntil: v.exactOptional(instant),
})

/** `uncertain`: it may have been carried out, and is not sent again. */
const outcome = v.variant('kind', [
  v.object({ kind: v.literal('done') }),
  v.object({ kind: v.literal('refused'), reason: v.picklist(askRefusals) }),
  v.object({ kind: v.literal('uncertain') }),
  v.object({ kind: v.literal('time'), at: instant }),
  v.object({ kind: v.literal('found'), rooms: list(foundRoom) }),
  v.object({ kind: v.literal('rooms'), rooms: list(listedRoomSchema), hasMore: v.boolean() }),
])

export type AskOutcome = v.InferOutput<typeof outcome>

export const answerSchema = v.object({
  v: version,
  /** The ask's id. */
  re: madeId,
  outcome,
})

export type HubAnswer = v.InferOutput<typeof answerSchema>
