import * as v from 'valibot'
import { occupancies } from '../line/door-messages.ts'
import { instant, whole } from '../line/fields.ts'
import { problemCodes } from '../reading/problem.ts'

/**
 * A door as the hub's console shows it: what the door has reported last, and what the broker says of it. Moments
 * by the hub's clock.
 */
const doorRowSchema = v.object({
  door: v.string(),
  room: v.string(),
  /** As the calendar has it; missing while the hub has not read the rooms. */
  roomName: v.exactOptional(v.string()),
  /** The levels above the room, from the company's root down. */
  place: v.exactOptional(v.string()),
  /** Whether it is connected. Missing for a door that was never heard. */
  isHere: v.exactOptional(v.boolean()),
  /** Whether two tablets speak as this door. */
  isCloned: v.boolean(),
  /** The program's. */
  version: v.exactOptional(v.string()),
  reportedAt: v.exactOptional(instant),
  occupancy: v.exactOptional(v.picklist(occupancies)),
  /** Since when it shows that; missing if it did so already when this hub first heard it. */
  since: v.exactOptional(instant),
  readAt: v.exactOptional(instant),
  /** How old the page's last picture was when the door reported, ms. */
  pageAge: v.exactOptional(whole),
  /** Ms; missing while the door does not know the time. */
  clockError: v.exactOptional(whole),
  outbox: v.exactOptional(whole),
  /** Version of the configuration; 0 for one of the door's own. */
  configuration: v.exactOptional(whole),
  lastProblem: v.exactOptional(v.picklist(problemCodes)),
})

export type DoorRow = v.InferOutput<typeof doorRowSchema>

/** What the console's page is told: all doors at first, then those that have changed. */
export const doorNewsSchema = v.object({
  /** By the hub's clock. */
  now: instant,
  rows: v.array(doorRowSchema),
  /** Whether these are all doors, and others are gone. */
  isWhole: v.boolean(),
  /** Doors that are not the hub's any more. */
  gone: v.array(v.string()),
  /** Without the broker nothing is heard of any door, and without the database none comes or goes. */
  isBrokerConnected: v.boolean(),
  isDatabaseUp: v.boolean(),
})

export type DoorNews = v.InferOutput<typeof doorNewsSchema>
