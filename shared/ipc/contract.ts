import * as v from 'valibot'
import { pinPattern } from '../admin/pin-pad.ts'
import { longestBookingId } from '../booking/booking.ts'
import { wishKinds } from '../reserving/wish.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { instantOf } from '../time/time.ts'

const bookingId = v.pipe(v.string(), v.maxLength(longestBookingId))

/**
 * The digits of a PIN. A refused input is logged, and may hold the PIN's digits. The issues therefore have
 * fixed messages, which never repeat the input.
 */
const pin = v.pipe(v.string('a PIN'), v.regex(pinPattern, 'a PIN of 4 to 12 digits'))

const enterPin = v.strictObject({ pin }, 'an object with a PIN and nothing else')

/** A wish, and the PIN where IT asks for one. */
const wish = v.strictObject(
  {
    kind: v.picklist(wishKinds, 'a kind of wish'),
    length: v.exactOptional(
      v.union([v.literal('next'), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440))]),
    ),
    start: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.transform(instantOf))),
    room: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
    pin: v.exactOptional(pin),
  },
  'a wish',
)

/** The type of an answer. Answers leave the main process, so nothing parses them. */
interface Answers<Answer> {
  readonly answer?: () => Answer
}

/** A request without input. */
const nothing = v.undefined()
/** The next snapshot shows what came of the request. */
const none: Answers<void> = {}
const snapshot: Answers<Snapshot> = {}
/** Whether an administrator's session was open. */
const session: Answers<AdminAnswer> = {}

type Request = { readonly input: v.GenericSchema } & (
  | { readonly answer: Answers<unknown>; readonly needsSession: false }
  | { readonly answer: Answers<AdminAnswer>; readonly needsSession: true }
)

/**
 * The one contract between the page and the main process: each request with its input, its answer, and whether it needs an
 * administrator's session. The bridge of the preload, the handlers and the checks of the main process, and the session's gate
 * derive from this table.
 */
export const requests = {
  /** The snapshot as it is now; asked once, after subscribing to the push. */
  current: { input: nothing, answer: snapshot, needsSession: false },
  /** A visitor touched the screen. Data older than 1 s is read again; older than 10 s if calls are few. */
  touch: { input: nothing, answer: none, needsSession: false },
  /** The page has painted the snapshot with this revision, with a check-in button for these bookings. */
  painted: {
    input: v.strictObject({
      revision: v.pipe(v.number(), v.safeInteger()),
      checkIns: v.pipe(v.array(bookingId), v.maxLength(2)),
    }),
    answer: none,
    needsSession: false,
  },
  /** The page has failed and is blank, so it must be loaded again. `told` is the error, cut to the limit. */
  pageFailed: {
    input: v.strictObject({ told: v.pipe(v.string(), v.maxLength(2000)) }),
    answer: none,
    needsSession: false,
  },
  /** A visitor checks in to the booking with this id. */
  checkIn: { input: v.strictObject({ bookingId }), answer: none, needsSession: false },
  /** The second tap: end the meeting with this id, if it is the one that runs. */
  endMeeting: { input: v.strictObject({ bookingId }), answer: none, needsSession: false },
  /** Book what the snapshot offers for this wish. */
  book: { input: wish, answer: none, needsSession: false },
  /** Look for another room that is free now. */
  findRooms: { input: nothing, answer: none, needsSession: false },
  /** A person asks for the administrator's menu. */
  openAdmin: { input: nothing, answer: none, needsSession: false },
  enterPin: { input: enterPin, answer: none, needsSession: false },
  /** Leave the administrator's menu. */
  leaveAdmin: { input: nothing, answer: none, needsSession: false },
  /** The confirmation of a verdict about the booking with this id. */
  giveVerdict: {
    input: v.strictObject({ bookingId, verdict: v.picklist(['accept', 'decline']) }),
    answer: session,
    needsSession: true,
  },
  /** Diagnose the panel, with the checks of `room-panel doctor`. */
  diagnose: { input: nothing, answer: session, needsSession: true },
  /** Read the rooms that the app may see. */
  listRooms: { input: nothing, answer: session, needsSession: true },
  /** The confirmation that this panel must show the room with this id, one of the listed ones. */
  setRoom: {
    input: v.strictObject({ roomId: v.pipe(v.string(), v.maxLength(200)) }),
    answer: session,
    needsSession: true,
  },
  /** The confirmation to end the program. */
  leaveKiosk: { input: nothing, answer: session, needsSession: true },
} as const satisfies Record<string, Request>

type Requests = typeof requests

export type RequestName = keyof Requests
export type RequestInput<Name extends RequestName> = v.InferOutput<Requests[Name]['input']>
export type RequestAnswers = {
  readonly [Name in RequestName]: Requests[Name]['answer'] extends Answers<infer Answer> ? Answer : never
}

/** The requests that only an administrator may make. */
export type SessionRequestName = {
  [Name in RequestName]: Requests[Name]['needsSession'] extends true ? Name : never
}[RequestName]

/** What the main process does for each request. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    input: RequestInput<Name>,
  ) => Promise<RequestAnswers[Name]> | RequestAnswers[Name]
}

export const requestNames: readonly RequestName[] = Object.keys(requests).filter(
  (name): name is RequestName => Object.hasOwn(requests, name),
)

/** `noSession`: refused, because no right PIN was given, or the screen was not touched for a minute since. */
export type AdminAnswer = 'heard' | 'noSession'

/** The preload's object on `window.panel`: the page's only way out. */
export interface PanelBridge {
  readonly request: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<RequestAnswers[Name]>
  /** Calls `show` with each snapshot. Returns the function that stops it. */
  readonly onSnapshot: (show: (snapshot: Snapshot) => void) => () => void
}
