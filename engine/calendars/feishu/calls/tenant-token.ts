import { ok, type Result } from '../../../../shared/result.ts'
import { minutes } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { Fault } from './problems.ts'
import type { TokenSource } from './token-source.ts'

export interface TenantToken {
  /** A token that lives at least `needed` ms more, if Feishu gives such tokens. Callers at the same time share one call. */
  readonly get: (needed: number) => Promise<Result<string, Fault>>
  /** This token was not taken: `get` gives another one. */
  readonly drop: (rejected: string) => void
}

interface Held {
  readonly value: string
  /** By `clock.elapsed`. */
  readonly end: number
  /** Ms before the end from which on another one is fetched, by the way. */
  readonly margin: number
}

/** Keeps the source's token as long as it serves. */
export function createTenantToken(clock: Clock, source: TokenSource): TenantToken {
  let held: Held | undefined
  let fetching: Promise<Result<string, Fault>> | undefined

  const fetchNext = async (): Promise<Result<string, Fault>> => {
    const asked = clock.elapsed()
    const fresh = await source.fetch()
    if (!fresh.ok) return fresh
    const { value, life } = fresh.value
    held = { value, end: asked + life, margin: marginOf(life) }
    return ok(value)
  }

  /** Joins the call that is under way, if there is one. */
  const fetchOnce = (): Promise<Result<string, Fault>> => {
    fetching ??= fetchNext().finally(() => (fetching = undefined))
    return fetching
  }

  return {
    async get(needed) {
      const left = held ? held.end - clock.elapsed() : 0
      if (held === undefined || left < needed) return fetchOnce()
      // Somebody may be waiting at the door: what still serves is used while the next one is fetched.
      const { value, margin } = held
      if (left < margin) void fetchOnce()
      return ok(value)
    },
    drop(rejected) {
      if (held?.value === rejected) held = undefined
    },
  }
}

/** Below the 30 minutes from which on Feishu gives a new token rather than the old one again; short lives are shared out. */
const marginOf = (life: number): number => Math.min(minutes(5), life / 3)
