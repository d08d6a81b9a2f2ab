import * as v from 'valibot'
import { keptInstant } from '../../../shared/kept/kept-instant.ts'
import { ok } from '../../../shared/result.ts'
import type { KeptTicket, KeptTickets } from '../tickets.ts'
import { type Database, itemsOf } from './database.ts'

const schema: v.GenericSchema<unknown, KeptTicket> = v.strictObject({ sealed: v.string(), at: keptInstant })

export const ticketTable = ({ rows }: Database): KeptTickets => ({
  keep: async (appId, { sealed, at }) => {
    const kept = await rows(
      v.object({}),
      `INSERT INTO app_tickets (app, sealed, at) VALUES ($1, $2, moment($3))
       ON CONFLICT (app) DO UPDATE SET sealed = EXCLUDED.sealed, at = EXCLUDED.at
       WHERE app_tickets.at <= EXCLUDED.at`,
      [appId, sealed, at],
    )
    return kept.ok ? ok(undefined) : kept
  },
  newest: async (appId) => {
    const found = await itemsOf(
      rows,
      schema,
      `SELECT json_build_object('sealed', sealed, 'at', ms(at)) AS item FROM app_tickets WHERE app = $1`,
      [appId],
    )
    return found.ok ? ok(found.value[0]) : found
  },
})
