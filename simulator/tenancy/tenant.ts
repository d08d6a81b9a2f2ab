/** A company on the platform. */
export interface Tenant {
  readonly key: string
  /** Infinity unless the company is on the free edition. */
  callsPerMonth: number
  /** The month that `callsThisMonth` counts, as months since year 0. */
  month: number
  callsThisMonth: number
}

/** An app that one company has: its own, or one of the store that it has installed. Changed by the world's verbs only. */
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
  /** Undefined for a self-built app. */
  readonly store: StorePart | undefined
}

/** What an app of the store has, and a self-built one has not. */
export interface StorePart {
  /** Encrypts and signs what is pushed to the app. */
  readonly encryptKey: string
  readonly verificationToken: string
  /** All tickets that count, the newest last. */
  tickets: readonly string[]
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
