import * as v from 'valibot'
import type { Snapshot } from '../domain/snapshot.ts'

const bookingId = v.pipe(v.string(), v.maxLength(200))

/**
 * The one contract between the page and the main process: every request with its input, and the one push.
 * How a request went is told by the next snapshot, so a request has no answer of its own but `current`'s.
 */
export const requests = {
  /** The snapshot as it is now; asked once, after subscribing to the push. */
  current: v.undefined(),
  /** Somebody touched the screen: data older than 10 s is read again. */
  touch: v.undefined(),
  /** The page has painted the snapshot with this revision, with a check-in button for these bookings. */
  painted: v.strictObject({
    revision: v.pipe(v.number(), v.safeInteger()),
    checkIns: v.pipe(v.array(bookingId), v.maxLength(2)),
  }),
  /** Somebody is here for the booking with this id. */
  checkIn: v.strictObject({ bookingId }),
  /** The second tap: end the meeting with this id, if it is the one that runs. */
  endMeeting: v.strictObject({ bookingId }),
} as const satisfies Record<string, v.GenericSchema>

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]>
export interface RequestAnswers {
  readonly current: Snapshot
  readonly touch: void
  readonly painted: void
  readonly checkIn: void
  readonly endMeeting: void
}

/** What the preload puts on `window.panel`: the page's only way out. */
export interface PanelBridge {
  readonly request: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<RequestAnswers[Name]>
  /** Calls `show` with each snapshot; gives back how to stop. */
  readonly onSnapshot: (show: (snapshot: Snapshot) => void) => () => void
}
