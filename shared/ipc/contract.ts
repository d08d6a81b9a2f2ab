import * as v from 'valibot'
import { longestBookingId } from '../booking/booking.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'

const bookingId = v.pipe(v.string(), v.maxLength(longestBookingId))

/**
 * The digits of a PIN. Whatever else comes in their place is logged as a refused input, and may be digits all the same: so
 * the issues have words of their own, which never repeat it.
 */
const enterPin = v.strictObject(
  { pin: v.pipe(v.string('a PIN'), v.regex(/^\d{4,12}$/, 'a PIN of 4 to 12 digits')) },
  'an object with a PIN and nothing else',
)

/**
 * The one contract between the page and the main process: every request with its input, and the one push.
 * How a request went is told by the next snapshot, so a request has no answer of its own but `current`'s, and
 * what may be asked of an administrator's session says whether there is one.
 */
export const requests = {
  /** The snapshot as it is now; asked once, after subscribing to the push. */
  current: v.undefined(),
  /** Somebody touched the screen: data older than 1 s is read again, or than 10 s where calls are few. */
  touch: v.undefined(),
  /** The page has painted the snapshot with this revision, with a check-in button for these bookings. */
  painted: v.strictObject({
    revision: v.pipe(v.number(), v.safeInteger()),
    checkIns: v.pipe(v.array(bookingId), v.maxLength(2)),
  }),
  /** The page has failed, and shows nothing any more: it is to be loaded anew. `told` is the error, as far as it fits. */
  pageFailed: v.strictObject({ told: v.pipe(v.string(), v.maxLength(2000)) }),
  /** Somebody is here for the booking with this id. */
  checkIn: v.strictObject({ bookingId }),
  /** The second tap: end the meeting with this id, if it is the one that runs. */
  endMeeting: v.strictObject({ bookingId }),
  /** Somebody wants to do what only an administrator may. */
  openAdmin: v.undefined(),
  enterPin,
  /** Back to the door. */
  leaveAdmin: v.undefined(),
  /** The confirmation of a verdict about the booking with this id. */
  giveVerdict: v.strictObject({ bookingId, verdict: v.picklist(['accept', 'decline']) }),
  /** The panel looks at all that it needs, as `room-panel doctor` does. */
  diagnose: v.undefined(),
  /** The rooms that the app may see: read now, and only now. */
  listRooms: v.undefined(),
  /** The confirmation that this panel is to show the room with this id, one of those that were listed. */
  setRoom: v.strictObject({ roomId: v.pipe(v.string(), v.maxLength(200)) }),
  /** The confirmation that the program is to end. */
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
  readonly openAdmin: void
  readonly enterPin: void
  readonly leaveAdmin: void
  readonly giveVerdict: AdminAnswer
  readonly diagnose: AdminAnswer
  readonly listRooms: AdminAnswer
  readonly setRoom: AdminAnswer
  readonly leaveKiosk: AdminAnswer
}

/** `noSession`: refused, for no right PIN was given, or nobody has touched the screen for a minute since. */
export type AdminAnswer = 'heard' | 'noSession'

/** What the preload puts on `window.panel`: the page's only way out. */
export interface PanelBridge {
  readonly request: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<RequestAnswers[Name]>
  /** Calls `show` with each snapshot; gives back how to stop. */
  readonly onSnapshot: (show: (snapshot: Snapshot) => void) => () => void
}
