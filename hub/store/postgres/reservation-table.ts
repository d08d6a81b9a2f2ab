import * as v from 'valibot'
import { reservationEntries } from '../../../shared/kept/reservation-entries.ts'
import { isOpen } from '../../../shared/reserving/reservation.ts'
import { ok } from '../../../shared/result.ts'
import type { KeptReservations } from '../hub-store.ts'
import type { KeptReservation } from '../kept.ts'
import { type Database, isBroken, itemsOf } from './database.ts'

const schema: v.GenericSchema<unknown, KeptReservation> = v.strictObject({
  ...reservationEntries,
  door: v.string(),
  byRoom: v.string(),
})

export const reservationTable = ({ rows, fenced }: Database): KeptReservations => ({
  keep: async (epoch, reservation) => {
    const { id, room, door, byRoom, wish, start, end, at, state } = reservation
    try {
      const kept = await fenced(
        v.object({ id: v.string() }),
        `INSERT INTO reservations (id, room, door, by_room, wish, starts_at, ends_at, at, state, is_open)
         SELECT $2, $3, $4, $5, $6, moment($7), moment($8), moment($9), $10::jsonb, $11 FROM leader
         ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state, is_open = EXCLUDED.is_open,
           starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at
         WHERE reservations.door = EXCLUDED.door AND reservations.room = EXCLUDED.room RETURNING id`,
        [epoch, id, room, door, byRoom, wish, start, end, at, JSON.stringify(state), isOpen(reservation)],
      )
      if (!kept.ok) return kept
      return ok(kept.value.length > 0 ? 'kept' : 'overlaps')
    } catch (cause) {
      if (isBroken('one_open_reservation', cause)) return ok('overlaps')
      throw cause
    }
  },
  endingAfter: (moment) =>
    itemsOf(
      rows,
      schema,
      `SELECT json_build_object('id', id, 'room', room, 'door', door, 'byRoom', by_room, 'wish', wish, 'start', ms(starts_at),
         'end', ms(ends_at), 'at', ms(at), 'state', state) AS item
       FROM reservations WHERE ends_at > moment($1) ORDER BY at, id`,
      [moment],
    ),
})
