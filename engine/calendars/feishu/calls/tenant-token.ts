import { ok, type Result } from '../../../../shared/result.ts'
import { minutes } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { CallFault } from './problems.ts'
import type { TokenSource } from './token-source.ts'

export interface TenantToken {
  /**
   * A token that lives at least `needed` ms more, if Feishu gives such tokens. Simultaneous callers share one
   * call.
   */
  readonly get: (needed: number) => Promise<Result<string, CallFault>>
  /** The token that is held, if it lives at least `needed` ms more. Fetches none. */
  readonly held: (needed: number) => string | undefined
  /** Discards a rejected token, so that `get` returns another one. */
  readonly drop: (rejected: string) => void
}

interface Held {
  readonly value: string
  /** By `clock.elapsed`. */
  readonly end: number
  /** How long before its end another token is fetched in the background, ms. */
  readonly margin: number
}

/** Keeps the source's token while it is valid. */
export function createTenantToken(clock: Clock, source: TokenSource): TenantToken {
  let held: Held | undefined
  let fetching: Promise<Result<string, CallFault>> | undefined

  const fetchNext = async (): Promise<Result<string, CallFault>> => {
    const asked = clock.elapsed()
    const fresh = await source.fetch()
    if (!fresh.ok) return fresh
    const { value, life } = fresh.value
    held = { value, end: asked + life, margin: marginOf(life) }
    return ok(value)
  }

  /** Shares the call that is under way, if there is one. */
  const fetchOnce = (): Promise<Result<string, CallFault>> => {
    fetching ??= fetchNext().finally(() => (fetching = undefined))
    return fetching
  }

  const lives = (token: Held, needed: number): boolean => token.end - clock.elapsed() >= needed

  return {
    async get(needed) {
      if (held === undefined || !lives(held, needed)) return fetchOnce()
      // A person may be waiting at the door: the token that still serves is used while the next one is fetched.
      const { value, margin } = held
      if (!lives(held, margin)) void fetchOnce()
      return ok(value)
    },
    held: (needed) => (held !== undefined && lives(held, needed) ? held.value : undefined),
    drop(rejected) {
      if (held?.value === rejected) held = undefined
    },
  }
}

/**
 * Less than 30 minutes, within which Feishu gives a new token instead of the old one again. A short life is
 * divided.
 */
const marginOf = (life: number): number => Math.min(minutes(5), life / 3)
