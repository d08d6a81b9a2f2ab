import * as v from 'valibot'
import { problemCodes } from '../reading/problem.ts'
import { type ReservationId, reservationIdOf } from '../reserving/reservation.ts'
import { wishKinds } from '../reserving/wish.ts'
import { keptInstant } from './kept-instant.ts'

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(1000))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const entry = v.strictObject({ name, meeting: name })
const because = v.picklist([
  'declined',
  'unanswered',
  'interrupted',
  'taken',
  'notStored',
  'ended',
  ...problemCodes,
])

const state = v.variant('kind', [
  v.strictObject({ kind: v.literal('asked'), times: count }),
  v.strictObject({ kind: v.literal('lost'), tries: count }),
  v.strictObject({ kind: v.literal('made'), entry }),
  v.strictObject({ kind: v.literal('waiting'), entry, since: keptInstant, tries: count }),
  v.strictObject({ kind: v.literal('booked'), entry, at: keptInstant }),
  v.strictObject({ kind: v.literal('cleaning'), entry, because, at: keptInstant, tries: count }),
  v.strictObject({ kind: v.literal('gone'), because, at: keptInstant }),
  v.strictObject({
    kind: v.literal('uncertain'),
    entry: v.exactOptional(entry),
    because,
    at: keptInstant,
    tries: count,
  }),
])

/** What is kept of a reservation, on a door's disk and in a hub's database. */
export const reservationEntries = {
  id: v.pipe(
    name,
    v.transform((text): ReservationId => reservationIdOf(text)),
  ),
  room: name,
  wish: v.picklist(wishKinds),
  at: keptInstant,
  start: keptInstant,
  end: keptInstant,
  state,
}
