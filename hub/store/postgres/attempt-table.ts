import * as v from 'valibot'
import { verdicts } from '../../../shared/action/verdict.ts'
import { keptBooking } from '../../../shared/kept/check-in-entries.ts'
import { keptInstant } from '../../../shared/kept/kept-instant.ts'
import { ok } from '../../../shared/result.ts'
import type { KeptAttempts } from '../hub-store.ts'
import { type KeptAttempt, type NewAttempt, outcomes } from '../kept.ts'
import type { StoreAnswer } from '../stored.ts'
import { type Database, itemsOf } from './database.ts'

const id = v.object({ id: v.string() })

const schema: v.GenericSchema<unknown, KeptAttempt> = v.strictObject({
  id: v.string(),
  epoch: v.number(),
  room: v.string(),
  booking: keptBooking,
  verdict: v.picklist(verdicts),
  door: v.exactOptional(v.string()),
  start: keptInstant,
  end: keptInstant,
  at: keptInstant,
  outcome: v.exactOptional(v.picklist(outcomes)),
})

const items = `SELECT json_strip_nulls(json_build_object('id', id::text, 'epoch', epoch, 'room', room,
    'booking', booking, 'verdict', verdict, 'door', door, 'start', ms(starts_at), 'end', ms(ends_at),
    'at', ms(at), 'outcome', outcome)) AS item
  FROM attempts`
/** The condition of the index `one_standing_attempt`. */
const stands = `outcome IS DISTINCT FROM 'refused'
  AND NOT (verdict = 'accept' AND outcome IS NOT DISTINCT FROM 'done')`

export const attemptTable = ({ rows, fenced }: Database): KeptAttempts => {
  const standing = ({ room, booking }: NewAttempt): StoreAnswer<readonly KeptAttempt[]> =>
    itemsOf(rows, schema, `${items} WHERE room = $1 AND booking = $2 AND ${stands}`, [room, booking])

  const begin: KeptAttempts['begin'] = async (epoch, attempt) => {
    const { room, booking, verdict, door, start, end, at } = attempt
    const begun = await fenced(
      id,
      `INSERT INTO attempts (epoch, room, booking, verdict, door, starts_at, ends_at, at)
       SELECT $1, $2, $3, $4, $5, moment($6), moment($7), moment($8) FROM leader
       ON CONFLICT (room, booking) WHERE ${stands} DO NOTHING RETURNING id::text`,
      [epoch, room, booking, verdict, door, start, end, at],
    )
    if (!begun.ok) return begun
    const [row] = begun.value
    if (row !== undefined) return ok({ kind: 'begun', ...row })
    const others = await standing(attempt)
    if (!others.ok) return others
    const [by] = others.value
    // The other one was refused in between, so the booking is free again.
    return by === undefined ? begin(epoch, attempt) : ok({ kind: 'alreadyBegun', by })
  }
  return {
    begin,
    settle: async (epoch, attempt, outcome) => {
      const settled = await fenced(
        id,
        `UPDATE attempts SET outcome = $3 FROM leader
         WHERE id = $2::bigint AND (outcome IS NULL OR outcome = 'uncertain') RETURNING id::text`,
        [epoch, attempt, outcome],
      )
      return settled.ok ? ok(undefined) : settled
    },
    endingAfter: (moment) =>
      itemsOf(rows, schema, `${items} WHERE ends_at > moment($1) ORDER BY attempts.id`, [moment]),
  }
}
