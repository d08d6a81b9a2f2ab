import * as v from 'valibot'
import { keptBooking } from '../../../shared/kept/check-in-entries.ts'
import { keptInstant } from '../../../shared/kept/kept-instant.ts'
import { ok } from '../../../shared/result.ts'
import { type EnteredAct, type HubAudit, hubActs } from '../audit.ts'
import { type Database, itemsOf } from './database.ts'

const schema: v.GenericSchema<unknown, EnteredAct> = v.strictObject({
  at: keptInstant,
  act: v.picklist(hubActs),
  by: v.string(),
  room: v.exactOptional(v.string()),
  door: v.exactOptional(v.string()),
  booking: v.exactOptional(keptBooking),
  order: v.exactOptional(v.strictObject({ id: v.string(), expiresAt: keptInstant })),
  outcome: v.exactOptional(v.string()),
})

export const auditTable = ({ rows }: Database): HubAudit => ({
  enter: async ({ act, by, room, door, booking, order, outcome }) => {
    const entered = await rows(
      v.object({}),
      `INSERT INTO audit (act, by_whom, room, door, booking, order_id, order_expires_at, outcome)
       VALUES ($1, $2, $3, $4, $5, $6, moment($7), $8)`,
      [act, by, room, door, booking, order?.id, order?.expiresAt, outcome],
    )
    return entered.ok ? ok(undefined) : entered
  },
  latest: (count, door) =>
    itemsOf(
      rows,
      schema,
      `SELECT json_strip_nulls(json_build_object('at', ms(at), 'act', act, 'by', by_whom, 'room', room,
         'door', door, 'booking', booking, 'outcome', outcome, 'order', CASE WHEN order_id IS NOT NULL
           THEN json_build_object('id', order_id, 'expiresAt', ms(order_expires_at)) END)) AS item
       FROM audit WHERE door = coalesce($2, door) OR $2 IS NULL ORDER BY number DESC LIMIT $1`,
      [count, door],
    ),
})
