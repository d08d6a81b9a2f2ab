import * as v from 'valibot'
import { doorEntries } from '../config/configuration.ts'
import { problemCodes } from '../reading/problem.ts'
import { checkInFields, instant, madeId, bookingId, version, versionText, whole } from './fields.ts'

/** The states in which a door can be, as `data-occupancy` names them. */
export const occupancies = [
  'free',
  'checkInOpen',
  'awaitingCheckIn',
  'inUse',
  'reserving',
  'unknown',
  'outOfService',
  'notSetUp',
] as const

/**
 * Whether the door is there. `session` is new at each start of the program, so that a late will of an
 * earlier one is not taken for news, and a cloned tablet is found. The broker publishes the will with `on`
 * false.
 */
export const presenceSchema = v.object({
  v: version,
  session: madeId,
  on: v.boolean(),
  /** The program's. */
  version: versionText,
})

export type Presence = v.InferOutput<typeof presenceSchema>

/** The door's state and picture, for IT. */
export const reportedSchema = v.object({
  v: version,
  session: madeId,
  /** The version of the configuration in force, if it is the hub's; 0 for one of the door's own. */
  configuration: whole,
  occupancy: v.picklist(occupancies),
  /** When the calendar was asked for the shown schedule. */
  readAt: v.exactOptional(instant),
  /** How long ago the page last reported a picture, ms. */
  pageAge: v.exactOptional(whole),
  /** The greatest error of the door's clock, ms; missing while it does not know the time. */
  clockError: v.exactOptional(whole),
  /** How many entries wait to be heard by the hub. */
  outbox: whole,
  lastProblem: v.exactOptional(v.picklist(problemCodes)),
  /** The id of the order that the door has taken up last. */
  order: v.exactOptional(madeId),
  /** The next password that the door has stored, by a short hash from which it can't be found. */
  storedPassword: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))),
})

export type Reported = v.InferOutput<typeof reportedSchema>

/** A visitor's act at the door. Kept in its journal until its id is in a view. */
export const doorEventSchema = v.object({
  v: version,
  kind: v.literal('checkIn'),
  ...checkInFields,
})

/** What IT can have a door do. */
export const orderKinds = ['restart', 'picture', 'logs', 'doctor'] as const

export type OrderKind = (typeof orderKinds)[number]

/** A closed list, each with an expiry and none that runs code. `vote` asks for the door's word about a release. */
export const orderSchema = v.variant('kind', [
  v.object({ v: version, id: madeId, kind: v.literal('vote'), booking: bookingId }),
  v.object({ v: version, id: madeId, kind: v.picklist(orderKinds) }),
])

export type HubOrder = v.InferOutput<typeof orderSchema>

/** The state that the hub wants the door to have. */
export const desiredSchema = v.object({
  v: version,
  /** Of the configuration; 0 without one. */
  version: whole,
  /** No hub tells one yet, and no door takes one: each keeps its own. */
  configuration: v.exactOptional(v.strictObject(doorEntries)),
  /** The door's next password at the broker, of 256 bits: the old one ends once the door has used it. */
  nextPassword: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))),
})

/** The sign of life of the hub that leads. */
export const pulseSchema = v.object({ v: version, epoch: whole, time: instant })

export type Pulse = v.InferOutput<typeof pulseSchema>

/** For dashboards and boards: no names, no titles. */
export const siteSchema = v.object({
  v: version,
  occupancy: v.picklist(occupancies),
  until: v.exactOptional(instant),
  readAt: v.exactOptional(instant),
})
