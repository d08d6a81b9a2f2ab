import { join } from 'node:path'
import * as v from 'valibot'
import type { ReservationStore } from '../../../engine/reservation-store.ts'
import { problemCodes } from '../../../shared/reading/problem.ts'
import {
  type Reservation,
  type ReservationId,
  reservationIdOf,
} from '../../../shared/reserving/reservation.ts'
import { wishKinds } from '../../../shared/reserving/wish.ts'
import { attemptOnDisk } from './attempt.ts'
import { type Disk, realDisk, replaceFile } from './disk.ts'
import { keptInstant } from './kept-instant.ts'

export interface ReservationsFileOptions {
  /** Made if it isn't there; the file is `reservations.json` in it. */
  readonly folder: string
  readonly disk?: Disk
}

/**
 * The door's reservations as one file of JSON, beside the journal: always written anew and then put in the place of the old one, so
 * that after a power cut one of the two is there, whole.
 */
export function createReservationsFile({
  folder,
  disk = realDisk,
}: ReservationsFileOptions): ReservationStore {
  const file = join(folder, 'reservations.json')
  return {
    read: () =>
      attemptOnDisk('unreadable', async () => {
        const text = await disk.read(file)
        if (text === undefined) return { kind: 'missing' }
        const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text)
        return parsed.success
          ? { kind: 'found', reservations: parsed.output.reservations }
          : { kind: 'corrupt' }
      }),
    write: (reservations) =>
      attemptOnDisk('unwritable', () =>
        replaceFile(disk, file, `${JSON.stringify({ version, reservations }, undefined, 1)}\n`),
      ),
  }
}

const version = 1

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

const reservation: v.GenericSchema<unknown, Reservation> = v.strictObject({
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
})

const fileSchema = v.strictObject({ version: v.literal(version), reservations: v.array(reservation) })
