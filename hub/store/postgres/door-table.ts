import * as v from 'valibot'
import { ok, type Result } from '../../../shared/result.ts'
import type { CodeState, Door, DoorRegistry } from '../doors.ts'
import type { StoreAnswer, StoreProblem } from '../stored.ts'
import { type Database, itemsOf } from './database.ts'

const schema: v.GenericSchema<unknown, Door> = v.strictObject({
  id: v.string(),
  room: v.string(),
  isAssigned: v.boolean(),
  session: v.exactOptional(v.string()),
  nextPassword: v.exactOptional(v.string()),
})
const id = v.object({ id: v.string() })
const code = v.object({ room: v.string(), isUsed: v.boolean(), isExpired: v.boolean() })

export const doorTable = ({ rows }: Database): DoorRegistry => {
  const lookAtCode = async (hash: string): StoreAnswer<CodeState> => {
    const found = await rows(
      code,
      `SELECT room, door IS NOT NULL AS "isUsed", expires_at <= clock_timestamp() AS "isExpired"
       FROM enrolment_codes WHERE hash = $1`,
      [hash],
    )
    return found.ok ? ok(stateOf(found.value[0])) : found
  }
  return {
    list: () =>
      itemsOf(
        rows,
        schema,
        `SELECT json_strip_nulls(json_build_object('id', id, 'room', room, 'isAssigned', is_assigned,
           'session', session, 'nextPassword', next_password)) AS item
         FROM doors ORDER BY room, id`,
        [],
      ),
    addCode: async (hash, room, lifetime) => {
      const added = await rows(
        v.object({}),
        `INSERT INTO enrolment_codes (hash, room, expires_at)
         VALUES ($1, $2, clock_timestamp() + $3 * interval '1 ms')`,
        [hash, room, lifetime],
      )
      return added.ok ? ok(undefined) : added
    },
    lookAtCode,
    redeemCode: async (hash, door) => {
      const redeemed = await rows(
        v.object({ room: v.string() }),
        `WITH redeemed AS (
           UPDATE enrolment_codes SET door = $2
           WHERE hash = $1 AND door IS NULL AND expires_at > clock_timestamp() RETURNING room
         )
         INSERT INTO doors (id, room, is_assigned) SELECT $2, room, true FROM redeemed RETURNING room`,
        [hash, door],
      )
      if (!redeemed.ok) return redeemed
      const [row] = redeemed.value
      return row === undefined ? lookAtCode(hash) : ok({ kind: 'valid', ...row })
    },
    unassign: async (door) =>
      wasFound(
        await rows(
          id,
          'UPDATE doors SET is_assigned = false, next_password = NULL WHERE id = $1 AND is_assigned RETURNING id',
          [door],
        ),
      ),
    noteSession: async (door, session) =>
      wasFound(await rows(id, 'UPDATE doors SET session = $2 WHERE id = $1 RETURNING id', [door, session])),
    keepNextPassword: async (door, password) =>
      wasFound(
        await rows(id, 'UPDATE doors SET next_password = $2 WHERE id = $1 RETURNING id', [door, password]),
      ),
  }
}

function stateOf(row: v.InferOutput<typeof code> | undefined): CodeState {
  if (row === undefined) return { kind: 'unknown' }
  if (row.isUsed) return { kind: 'used' }
  return row.isExpired ? { kind: 'expired' } : { kind: 'valid', room: row.room }
}

const wasFound = (updated: Result<readonly unknown[], StoreProblem>): Result<boolean, StoreProblem> =>
  updated.ok ? ok(updated.value.length > 0) : updated
