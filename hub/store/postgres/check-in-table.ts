import * as v from 'valibot'
import { checkInEntries } from '../../../shared/kept/check-in-entries.ts'
import { ok } from '../../../shared/result.ts'
import type { KeptCheckIns } from '../hub-store.ts'
import type { KeptCheckIn } from '../kept.ts'
import { type Database, itemsOf } from './database.ts'

const schema: v.GenericSchema<unknown, KeptCheckIn> = v.strictObject({
  ...checkInEntries,
  id: v.string(),
  room: v.string(),
  door: v.string(),
})

export const checkInTable = ({ rows, fenced }: Database): KeptCheckIns => ({
  record: async (epoch, { id, room, door, booking, meeting, organizer, start, end, at, isPresumed }) => {
    const recorded = await fenced(
      v.object({ id: v.string() }),
      `INSERT INTO check_ins (id, room, door, booking, meeting, organizer, starts_at, ends_at, at, is_presumed)
       SELECT $2, $3, $4, $5, $6, $7, moment($8), moment($9), moment($10), $11 FROM leader
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [epoch, id, room, door, booking, meeting, organizer, start, end, at, isPresumed === true],
    )
    return recorded.ok ? ok(undefined) : recorded
  },
  endingAfter: (moment) =>
    itemsOf(
      rows,
      schema,
      `SELECT json_strip_nulls(json_build_object('id', id, 'room', room, 'door', door, 'booking', booking,
         'meeting', meeting, 'organizer', organizer, 'start', ms(starts_at), 'end', ms(ends_at), 'at', ms(at),
         'isPresumed', nullif(is_presumed, false))) AS item
       FROM check_ins WHERE ends_at > moment($1) ORDER BY number`,
      [moment],
    ),
})
