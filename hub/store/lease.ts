import { seconds } from '../../shared/time/time.ts'
import type { Fenced, StoreAnswer } from './stored.ts'

/** How long a lease is valid after it was taken or renewed, by the store's clock, ms. */
export const leaseLength = seconds(10)
/** How often a leading hub renews its lease, and a waiting one asks for it, ms. */
export const leaseRenewal = seconds(3)

/** The right to lead, which one hub has at a time. */
export interface HubLease {
  /** Takes the lease if no hub holds it: then its epoch is higher by one than the last. */
  readonly take: (holder: string) => StoreAnswer<Taking>
  /** Makes the lease valid for `leaseLength` from now on. Fails once it has run out, even if no other hub took it. */
  readonly renew: (epoch: number) => Fenced<void>
  /** Ends the lease at once, for a hub that stops. Has no effect if it is no longer this hub's. */
  readonly giveUp: (epoch: number) => StoreAnswer<void>
}

/** `holder`: a name of the hub that has the lease, for people. */
export type Taking =
  | { readonly kind: 'taken'; readonly epoch: number }
  | { readonly kind: 'held'; readonly epoch: number; readonly holder: string }
