import { CHINA_OFFSET } from '../calendar/rfc3339.ts'
import type { Tenant } from '../tenancy/tenant.ts'

/**
 * The calls of one company, all its apps together, in a calendar month. Those that fail with a 4xx or 5xx status and those
 * for a token are free. See "custom app API call limit" among the platform's notices.
 */
export const isQuotaSpent = (tenant: Tenant, now: number): boolean =>
  tenant.callsPerMonth < Infinity && callsIn(tenant, now) >= tenant.callsPerMonth

export const spend = (tenant: Tenant, now: number): void => {
  tenant.callsThisMonth = callsIn(tenant, now) + 1
  tenant.month = monthOf(now)
}

const callsIn = (tenant: Tenant, now: number): number =>
  tenant.month === monthOf(now) ? tenant.callsThisMonth : 0

const monthOf = (now: number): number => {
  const date = new Date(now + CHINA_OFFSET)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
