import * as v from 'valibot'
import { err, ok } from '../../../shared/result.ts'
import { type HubLease, leaseLength } from '../lease.ts'
import type { Database } from './database.ts'

const leased = v.object({ epoch: v.number() })
const held = v.object({ epoch: v.number(), holder: v.string() })

/** By the clock of the database alone, whose table has one row. */
export const leaseTable = ({ rows }: Database): HubLease => ({
  take: async (holder) => {
    const taken = await rows(
      leased,
      `UPDATE lease SET epoch = epoch + 1, holder = $1, expires_at = clock_timestamp() + $2 * interval '1 ms'
       WHERE expires_at <= clock_timestamp() RETURNING epoch`,
      [holder, leaseLength],
    )
    if (!taken.ok) return taken
    const [lease] = taken.value
    if (lease !== undefined) return ok({ kind: 'taken', ...lease })
    const other = await rows(held, 'SELECT epoch, holder FROM lease', [])
    return other.ok ? ok({ kind: 'held', ...(other.value[0] ?? { epoch: 0, holder: '' }) }) : other
  },
  renew: async (epoch) => {
    const renewed = await rows(
      leased,
      `UPDATE lease SET expires_at = clock_timestamp() + $2 * interval '1 ms'
       WHERE epoch = $1 AND expires_at > clock_timestamp() RETURNING epoch`,
      [epoch, leaseLength],
    )
    if (!renewed.ok) return renewed
    return renewed.value.length > 0 ? ok(undefined) : err({ code: 'notLeading' })
  },
  giveUp: async (epoch) => {
    const givenUp = await rows(
      leased,
      `UPDATE lease SET expires_at = clock_timestamp()
       WHERE epoch = $1 AND expires_at > clock_timestamp() RETURNING epoch`,
      [epoch],
    )
    return givenUp.ok ? ok(undefined) : givenUp
  },
})
