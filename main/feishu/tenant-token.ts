import type * as v from 'valibot'
import { advice } from '../../shared/domain/advice.ts'
import { minutes, seconds } from '../../shared/domain/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Clock, Log, VaultProblem } from '../ports.ts'
import { tokenSchema } from './answers.ts'
import type { Call, Exchange } from './exchange.ts'
import type { Fault } from './problems.ts'

export interface TenantToken {
  /** A token that lives at least `needed` ms more, if Feishu gives such tokens. Callers at the same time share one call. */
  readonly get: (needed: number) => Promise<Result<string, Fault>>
  /** This token was not taken: `get` gives another one. */
  readonly drop: (rejected: string) => void
}

interface Outside {
  readonly exchange: Exchange
  readonly clock: Clock
  readonly log: Log
  readonly appId: string
  readonly readSecret: () => Promise<Result<string, VaultProblem>>
}

interface Held {
  readonly value: string
  /** By `clock.elapsed`. */
  readonly end: number
  /** Ms before the end from which on another one is fetched, by the way. */
  readonly margin: number
}

export function createTenantToken(outside: Outside): TenantToken {
  const { clock } = outside
  let held: Held | undefined
  let fetching: Promise<Result<string, Fault>> | undefined

  const fetchNext = async (): Promise<Result<string, Fault>> => {
    const asked = clock.elapsed()
    const answer = await fetchToken(outside)
    if (!answer.ok) return answer
    const life = seconds(answer.value.expire)
    held = { value: answer.value.tenant_access_token, end: asked + life, margin: marginOf(life) }
    return ok(held.value)
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

/** The secret is asked for at need and not kept: it lives in the keyring. */
async function fetchToken({
  exchange,
  log,
  appId,
  readSecret,
}: Outside): Promise<Result<TokenAnswer, Fault>> {
  const secret = await readSecret()
  if (!secret.ok) {
    log.warn('feishu.no-secret', { vault: secret.error, action: advice.secretUnavailable })
    return err({ nature: 'refused', problem: { code: 'secretUnavailable', cause: secret.error } })
  }
  const answer = await exchange(tokenCall(appId, secret.value))
  return answer.ok ? answer : err(neverSent(answer.error))
}

type TokenAnswer = v.InferOutput<typeof tokenSchema>

/** https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal */
const tokenCall = (appId: string, appSecret: string): Call<TokenAnswer> => ({
  name: 'token',
  method: 'POST',
  path: '/auth/v3/tenant_access_token/internal',
  body: { app_id: appId, app_secret: appSecret },
  answer: tokenSchema,
  timeLimit: seconds(10),
})

/** Whatever happened to the token's call: the call that it was for never left. */
const neverSent = ({ nature, problem }: Fault): Fault => ({
  nature: nature === 'unanswered' ? 'notSent' : 'refused',
  problem,
})
