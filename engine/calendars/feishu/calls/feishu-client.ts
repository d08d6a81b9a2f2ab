import type { Result } from '../../../../shared/result.ts'
import type { Call, Exchange } from './exchange.ts'
import type { CallFault } from './problems.ts'
import type { TenantToken } from './tenant-token.ts'

/**
 * Makes one call with the tenant's token. Not for replies: `replies.ts` sends those, with a look before each
 * request.
 */
export type FeishuClient = <T>(call: Call<T>) => Promise<Result<T, CallFault>>

/** A call whose token was rejected is sent once more with a new one. */
export function createFeishuClient(exchange: Exchange, token: TenantToken): FeishuClient {
  const send: FeishuClient = async (call) => {
    // A token that expires during the call would be rejected.
    const current = await token.get(call.timeLimit)
    if (!current.ok) return current
    const result = await exchange(call, current.value)
    if (isTokenRejected(result)) token.drop(current.value)
    return result
  }

  return async (call) => {
    const result = await send(call)
    return isTokenRejected(result) ? send(call) : result
  }
}

/** The gateway checks the token before it reads the request, so the call was not carried out. */
export const isTokenRejected = (result: Result<unknown, CallFault>): boolean =>
  !result.ok && result.error.nature === 'tokenRejected'
