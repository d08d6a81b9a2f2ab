import { DatabaseError, Pool, type PoolConfig } from 'pg'
import * as v from 'valibot'
import type { Log } from '../../../engine/ports.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Fenced, StoreAnswer, StoreProblem } from '../stored.ts'

/** Statements for one database. Each is a transaction of its own, and takes one exchange with the server. */
export interface Database {
  /** The rows that a statement returns, each parsed. */
  readonly rows: <Row>(
    row: v.GenericSchema<unknown, Row>,
    statement: string,
    values: readonly Value[],
  ) => StoreAnswer<readonly Row[]>
  /**
   * The rows that a write returns, if the lease of this epoch is valid; otherwise no row is written. The
   * write selects its values from `leader`, which has one row then, and none otherwise. Its `$1` is the
   * epoch.
   */
  readonly fenced: <Row>(
    row: v.GenericSchema<unknown, Row>,
    write: string,
    values: readonly [epoch: number, ...more: Value[]],
  ) => Fenced<readonly Row[]>
  readonly close: () => Promise<void>
}

/** `undefined` is a column without a value. */
type Value = string | number | boolean | undefined

/** A statement broke this constraint, which the database knows by its name. Thrown to the caller that expects it. */
export const isBroken = (constraint: string, cause: unknown): boolean =>
  cause instanceof DatabaseError && cause.constraint === constraint

/** How long it may take to connect, and to be answered, ms. The server gives a statement up before we do. */
const limits: PoolConfig = {
  connectionTimeoutMillis: 3000,
  statement_timeout: 4000,
  query_timeout: 5000,
}

export function connectTo(url: string, log: Log): Database {
  const pool = new Pool({
    connectionString: url,
    application_name: 'room-panel-hub',
    keepAlive: true,
    ...limits,
  })
  // An idle connection was lost. The pool makes another one when it is needed.
  pool.on('error', (cause) => log.warn('store.connection-lost', { cause }))

  const rows: Database['rows'] = async (row, statement, values) => {
    const answered = await answerOf(() => pool.query<Record<string, unknown>>(statement, [...values]))
    return answered.ok ? parsed(v.array(row), answered.value.rows) : answered
  }
  return {
    rows,
    fenced: async (row, write, values) => {
      const answer = v.object({ leads: v.boolean(), written: v.array(row) })
      const answered = await rows(answer, fence(write), values)
      if (!answered.ok) return answered
      const [{ leads, written } = { leads: false, written: [] }] = answered.value
      return leads ? ok(written) : err({ code: 'notLeading' })
    },
    close: () => pool.end(),
  }
}

/**
 * A take-over in the same moment waits until the write is committed, or has the write find no lease
 * (migrations/0001_tables.sql).
 */
const fence = (write: string): string =>
  `WITH leader AS (
     SELECT epoch FROM lease WHERE epoch = $1 AND expires_at > clock_timestamp() FOR KEY SHARE
   ), written AS (${write})
   SELECT EXISTS (SELECT FROM leader) AS leads,
     coalesce((SELECT json_agg(written) FROM written), '[]') AS written`

/** The items of a list, which a statement returns as JSON, one in each row. */
export async function itemsOf<Item>(
  rows: Database['rows'],
  item: v.GenericSchema<unknown, Item>,
  statement: string,
  values: readonly Value[],
): StoreAnswer<readonly Item[]> {
  const found = await rows(v.object({ item }), statement, values)
  return found.ok ? ok(found.value.map((row) => row.item)) : found
}

/** Wrong statements and values are defects of ours: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const defects = /^(22|23|42)/

/** The answer of the server, or why there is none. */
export async function answerOf<T>(ask: () => Promise<T>): StoreAnswer<T> {
  try {
    return ok(await ask())
  } catch (cause) {
    if (cause instanceof DatabaseError && defects.test(cause.code ?? '')) throw cause
    return err({ code: 'unavailable', cause })
  }
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, rows: unknown): Result<T, StoreProblem> {
  const { success, output, issues } = v.safeParse(schema, rows)
  return success ? ok(output) : err({ code: 'foreign', cause: v.flatten(issues) })
}
