import { lead, type LeadParts } from './lead.ts'
import { keepLease } from './leading/keep-lease.ts'
import type { HubStore } from './store/hub-store.ts'

export interface HubParts extends LeadParts {
  readonly store: Pick<HubStore, 'lease' | 'attempts' | 'audit' | 'checkIns' | 'doors'>
  /** A name of this hub, for people. */
  readonly holder: string
}

/** Starts a hub, which leads as soon as no other one does. Returns the function that ends it. */
export const startHub = (parts: HubParts): (() => Promise<void>) =>
  keepLease({ ...parts, lease: parts.store.lease, lead: (lease) => lead(parts, lease) })
