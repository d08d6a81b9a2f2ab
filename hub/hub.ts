import type { Cancel } from '../engine/ports.ts'
import { lead, type LeadParts } from './lead.ts'
import type { HeldLease } from './leading/held-lease.ts'
import { keepLease } from './leading/keep-lease.ts'
import type { HubStore } from './store/hub-store.ts'

export interface HubParts extends LeadParts {
  readonly store: Pick<HubStore, 'lease' | 'attempts' | 'audit' | 'checkIns' | 'doors' | 'reservations'>
  /** A name of this hub, for people. */
  readonly holder: string
  /** Is told of each lease with which this hub leads. Returns the function to call when it leads no more. */
  readonly onLead?: (lease: HeldLease) => Cancel
}

/** Starts a hub, which leads as soon as no other one does. Returns the function that ends it. */
export const startHub = (parts: HubParts): (() => Promise<void>) =>
  keepLease({
    ...parts,
    lease: parts.store.lease,
    lead: (lease) => {
      const stops = [parts.onLead?.(lease), lead(parts, lease)]
      return () => stops.forEach((stop) => stop?.())
    },
  })
