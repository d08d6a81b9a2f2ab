import * as v from 'valibot'
import { reservationEntries } from '../kept/reservation-entries.ts'
import { equipmentKinds } from '../reading/equipment.ts'
import {
  bookingId,
  checkInFields,
  doorIdField,
  instant,
  interval,
  list,
  meetingId,
  outOfService,
  peopleText,
  roomId,
  version,
  whole,
} from './fields.ts'

const organizer = v.exactOptional(v.object({ name: v.exactOptional(peopleText) }))

/** A booking as the calendar listed it. */
const listedBooking = v.pipe(
  v.object({
    id: bookingId,
    meeting: meetingId,
    start: instant,
    end: instant,
    organizer,
    isUnplaced: v.exactOptional(v.literal(true)),
  }),
  v.check(({ start, end }) => start <= end, 'ends before its start'),
)

const room = v.object({
  id: roomId,
  name: v.exactOptional(peopleText),
  capacity: v.exactOptional(whole),
  equipment: v.exactOptional(list(v.picklist(equipmentKinds))),
  place: v.exactOptional(list(peopleText)),
  outOfService: v.exactOptional(outOfService),
  /** When the calendar was asked about the room; missing before it has answered. */
  readAt: v.exactOptional(instant),
})

/** A check-in that the hub has committed. Its door clears its outbox by the id. */
const heardCheckIn = v.object({
  ...checkInFields,
  /** When its people ended the meeting at a door of the room. */
  left: v.exactOptional(instant),
})

const policy = v.object({
  mode: v.picklist(['off', 'observe', 'auto']),
  opensBefore: whole,
  grace: whole,
  exemptFrom: whole,
  exempt: list(peopleText),
})

/** The company's limits for bookings of the room, as `RoomLimits` has them, ms. */
const limits = v.object({
  approvalFrom: v.exactOptional(whole),
  opens: v.exactOptional(whole),
  closes: v.exactOptional(whole),
  longest: v.exactOptional(whole),
})

/** All that a door needs to know of its room, whole, at each reading. Retained by the broker. */
export const viewSchema = v.object({
  v: version,
  /** Which hub led, and which view of its own this is: only a higher pair counts. */
  epoch: whole,
  seq: whole,
  room,
  /** When the calendar was asked for the bookings, not when the view was written. */
  readAt: instant,
  /** The time that the reading covers. */
  window: interval,
  bookings: list(listedBooking),
  titles: list(v.tuple([bookingId, peopleText])),
  checkIns: list(heardCheckIn),
  policy,
  /** Missing while no door can book the room. */
  limits: v.exactOptional(limits),
  /** The open and the latest reservations of the room's doors, as the hub has committed them. */
  reservations: list(v.object(reservationEntries)),
  /** The room's other doors that the hub does not hear. */
  silentDoors: list(doorIdField),
})

export type RoomView = v.InferOutput<typeof viewSchema>
