/** A company on the platform. */
export interface Tenant {
  readonly key: string
  /** Infinity unless the company is on the free edition. */
  callsPerMonth: number
  /** The month that `callsThisMonth` counts, as months since year 0. */
  month: number
  callsThisMonth: number
}

/** A self-built app of one company. Changed by the world's verbs only. */
export interface App {
  readonly id: string
  secret: string
  readonly tenant: Tenant
  readonly scopes: Set<string>
  enabled: boolean
  /** Whether it has the bot ability, without which it can have no calendars. */
  hasBot: boolean
  /** The app's `open_id` as an organiser. */
  readonly botOpenId: string
  /** The addresses it may call from; undefined for all. */
  allowedAddresses: ReadonlySet<string> | undefined
}

export interface Person {
  readonly name: string
  readonly openId: string
}

export const newTenant = (key: string): Tenant => ({
  key,
  callsPerMonth: Infinity,
  month: 0,
  callsThisMonth: 0,
})
