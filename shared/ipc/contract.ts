import * as v from 'valibot'
import { longestBookingId } from '../booking/booking.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'

const bookingId = v.pipe(v.string(), v.maxLength(longestBookingId))

/**
 * The digits of a PIN. A refused input is logged, and may hold the PIN's digits. The issues therefore have
 * fixed messages, which never repeat the input.
 */
const enterPin = v.strictObject(
  { pin: v.pipe(v.string('a PIN'), v.regex(/^\d{4,12}$/, 'a PIN of 4 to 12 digits')) },
  'an object with a PIN and nothing else',
)

/**
 * The one contract between the page and the main process: every request with its input, and the one push. The
 * next snapshot shows the result of a request, so only `current` has an answer of its own, and requests that
 * need an administrator's session answer whether there is one.
 */
export const requests = {
  /** The snapshot as it is now; asked once, after subscribing to the push. */
  current: v.undefined(),
  /** A visitor touched the screen. Data older than 1 s is read again; older than 10 s if calls are few. */
  touch: v.undefined(),
  /** The page has painted the snapshot with this revision, with a check-in button for these bookings. */
  painted: v.strictObject({
    revision: v.pipe(v.number(), v.safeInteger()),
    checkIns: v.pipe(v.array(bookingId), v.maxLength(2)),
  }),
  /** The page has failed and is blank, so it must be loaded again. `told` is the error, cut to the limit. */
  pageFailed: v.strictObject({ told: v.pipe(v.string(), v.maxLength(2000)) }),
  /** A visitor checks in to the booking with this id. */
  checkIn: v.strictObject({ bookingId }),
  /** The second tap: end the meeting with this id, if it is the one that runs. */
  endMeeting: v.strictObject({ bookingId }),
  /** Book the room from now on, for one of the lengths that the snapshot offers: so many minutes, or until the next booking. */
  book: v.strictObject({
    length: v.union([v.literal('next'), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440))]),
  }),
  /** A person asks for the administrator's menu. */
  openAdmin: v.undefined(),
  enterPin,
  /** Leave the administrator's menu. */
  leaveAdmin: v.undefined(),
  /** The confirmation of a verdict about the booking with this id. */
  giveVerdict: v.strictObject({ bookingId, verdict: v.picklist(['accept', 'decline']) }),
  /** Diagnose the panel, with the checks of `room-panel doctor`. */
  diagnose: v.undefined(),
  /** Read the rooms that the app may see. */
  listRooms: v.undefined(),
  /** The confirmation that this panel must show the room with this id, one of the listed ones. */
  setRoom: v.strictObject({ roomId: v.pipe(v.string(), v.maxLength(200)) }),
  /** The confirmation to end the program. */
  leaveKiosk: v.undefined(),
} as const satisfies Record<string, v.GenericSchema>

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]>
export interface RequestAnswers {
  readonly current: Snapshot
  readonly touch: void
  readonly painted: void
  readonly pageFailed: void
  readonly checkIn: void
  readonly endMeeting: void
  readonly book: void
  readonly openAdmin: void
  readonly enterPin: void
  readonly leaveAdmin: void
  readonly giveVerdict: AdminAnswer
  readonly diagnose: AdminAnswer
  readonly listRooms: AdminAnswer
  readonly setRoom: AdminAnswer
  readonly leaveKiosk: AdminAnswer
}

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
