import { join } from 'node:path'
import * as v from 'valibot'
import type { ReservationStore } from '../../../engine/reservation-store.ts'
import { reservationEntries } from '../../../shared/kept/reservation-entries.ts'
import type { Reservation } from '../../../shared/reserving/reservation.ts'
import { attemptOnDisk } from './attempt.ts'
import { type Disk, realDisk, replaceFile } from './disk.ts'

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

const reservation: v.GenericSchema<unknown, Reservation> = v.strictObject(reservationEntries)

const fileSchema = v.strictObject({ version: v.literal(version), reservations: v.array(reservation) })
