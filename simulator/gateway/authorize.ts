import type { CallResult, ScopedCall } from '../calls/call.ts'
import type { SimRequest } from '../http.ts'
import type { Platform } from '../platform.ts'
import type { App } from '../tenancy/tenant.ts'
import { bearerOf } from '../tenancy/tokens.ts'
import { isQuotaSpent } from './quota.ts'
import type { RateMeter } from './rate-limits.ts'
import * as refusals from './refusals.ts'

/** The app that may make this call, or the gateway's refusal. The parameters are not checked yet. */
export type Passage =
  | { readonly app: App; readonly refusal?: never }
  | { readonly app?: never; readonly refusal: CallResult }

export const authorize = (
  platform: Platform,
  meter: RateMeter,
  call: ScopedCall,
  request: SimRequest,
  logId: string,
): Passage => {
  const token = bearerToken(request)
  if (token === undefined) return { refusal: refusals.noToken(logId) }
  const app = bearerOf(platform, token)
  if (app === undefined) return { refusal: refusals.badToken(codeForStranger(token), logId) }
  const refusal = refusalFor(platform, meter, call, app, request.address ?? '127.0.0.1', logId)
  return refusal === undefined ? { app } : { refusal }
}

const refusalFor = (
  platform: Platform,
  meter: RateMeter,
  call: ScopedCall,
  app: App,
  address: string,
  logId: string,
): CallResult | undefined => {
  if (!app.enabled) return refusals.appDisabled(logId)
  if (app.allowedAddresses?.has(address) === false) return refusals.addressDenied(address, logId)
  if (!call.scopes.some((scope) => app.scopes.has(scope)))
    return refusals.scopeMissing(app, call.scopes, logId)
  if (isQuotaSpent(app.tenant, platform.now())) return refusals.quotaSpent()
  const limit = platform.rateLimits.get(call.name) ?? call.limit
  const excess = limit && meter.count(app, call.name, limit)
  return excess && refusals.tooMany(429, excess)
}

/** The word `Bearer` and one blank are required. */
const bearerToken = ({ headers }: SimRequest): string | undefined => {
  for (const name in headers) {
    if (name.toLowerCase() === 'authorization') return /^Bearer (\S+)$/.exec(headers[name] ?? '')?.[1]
  }
  return undefined
}

/** Tokens of a user and of an app look different, and have codes of their own. */
const codeForStranger = (token: string): number => {
  if (token.startsWith('u-')) return 99991668
  if (token.startsWith('a-')) return 99991664
  return 99991663
}
