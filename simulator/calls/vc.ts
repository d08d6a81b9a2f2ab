import type { RateLimit } from '../gateway/rate-limits.ts'

/** What the pages of the `vc/v1/rooms` calls print in common. */
export const VC_SCOPES = ['vc:room:readonly', 'vc:room']
export const VC_LIMIT: RateLimit = { perSecond: 50, perMinute: 1000 }
