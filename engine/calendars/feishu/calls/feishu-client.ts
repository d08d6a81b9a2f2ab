import { err, type Result } from '../../../../shared/result.ts'
import type { Call, Exchange } from './exchange.ts'
import { type Fault, withheld } from './problems.ts'
import type { TenantToken } from './tenant-token.ts'

/**
 * Makes one call with the tenant's token. `mayGo` is asked right before each sending, when the token is at hand; if it
 * says no, nothing is sent.
 */
export type FeishuClient = <T>(call: Call<T>, mayGo?: () => Promise<boolean>) => Promise<Result<T, Fault>>

/**
 * A call whose token was rejected is sent once more with a new one, a reply too: the gateway looks at the token before
 * it looks at the request, so nothing was carried out.
 */
export function createFeishuClient(exchange: Exchange, token: TenantToken): FeishuClient {
  const send: FeishuClient = async (call, mayGo) => {
    // A token that ends while the call is under way would be rejected.
    const current = await token.get(call.timeLimit)
    if (!current.ok) return current
    if (mayGo !== undefined && !(await mayGo())) return err(withheld)
    const result = await exchange(call, current.value)
    if (!result.ok && result.error.nature === 'tokenRejected') token.drop(current.value)
    return result
  }

  return async (call, mayGo) => {
    const result = await send(call, mayGo)
    const isRejected = !result.ok && result.error.nature === 'tokenRejected'
    return isRejected ? send(call, mayGo) : result
  }
}
