import type * as v from 'valibot'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { englishAdvice } from '../../../../shared/set-up/advice.ts'
import { seconds } from '../../../../shared/time/time.ts'
import type { Log } from '../../../ports.ts'
import type { SecretProblem } from '../../../secrets.ts'
import { tokenSchema } from './answers.ts'
import type { Call, Exchange } from './exchange.ts'
import type { CallFault } from './problems.ts'
import type { TokenSource } from './token-source.ts'

interface Outside {
  readonly exchange: Exchange
  readonly log: Log
  readonly appId: string
  readonly readSecret: () => Promise<Result<string, SecretProblem>>
}

/**
 * The token's source for a self-built app. It reads the secret from the keyring each time, and does not keep
 * it.
 */
export const selfBuiltApp = ({ exchange, log, appId, readSecret }: Outside): TokenSource => ({
  async fetch() {
    const secret = await readSecret()
    if (!secret.ok) {
      log.warn('feishu.no-secret', { vault: secret.error, action: englishAdvice.secretUnavailable })
      return err({ nature: 'refused', problem: { code: 'secretUnavailable', cause: secret.error } })
    }
    const answer = await exchange(tokenCall(appId, secret.value))
    if (!answer.ok) return err(neverSent(answer.error))
    return ok({ value: answer.value.tenant_access_token, life: seconds(answer.value.expire) })
  },
})

type TokenAnswer = v.InferOutput<typeof tokenSchema>

/** https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal */
const tokenCall = (appId: string, appSecret: string): Call<TokenAnswer> => ({
  name: 'token',
  method: 'POST',
  path: '/auth/v3/tenant_access_token/internal',
  body: { app_id: appId, app_secret: appSecret },
  answer: tokenSchema,
  rank: 'token',
  timeLimit: seconds(10),
})

/** The fault for the call that needed the token: it was never sent. */
const neverSent = ({ nature, problem }: CallFault): CallFault => ({
  nature: nature === 'unanswered' ? 'notSent' : 'refused',
  problem,
})
