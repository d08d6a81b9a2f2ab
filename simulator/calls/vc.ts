import type { RateLimit } from '../gateway/rate-limits.ts'

/** The scopes and the rate limit that the pages of all `vc/v1/rooms` calls state. */
export const VC_SCOPES = ['vc:room:readonly', 'vc:room']
export const VC_LIMIT: RateLimit = { perSecond: 50, perMinute: 1000 }
