import type * as v from 'valibot'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { seconds } from '../../../../shared/time/time.ts'
import type { Log } from '../../../ports.ts'
import type { SecretProblem } from '../../../secrets.ts'
import { tokenSchema } from './answers.ts'
import { appSecretOf } from './app-secret-of.ts'
import type { Call, Exchange } from './exchange.ts'
import { neverSent } from './problems.ts'
import type { TokenSource } from './token-source.ts'

interface Outside {
  readonly exchange: Exchange
  readonly log: Log
  readonly appId: string
  readonly readSecret: () => Promise<Result<string, SecretProblem>>
}

/** The token's source for a self-built app: the app's secret is all that it takes. */
export const selfBuiltApp = ({ exchange, appId, ...secrets }: Outside): TokenSource => ({
  async fetch() {
    const secret = await appSecretOf(secrets)
    if (!secret.ok) return secret
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
