import type { Instant } from '../../shared/time/time.ts'
import type { StoreAnswer } from './stored.ts'

/**
 * The newest ticket of each store app, which Feishu pushes to one of the hubs and all of them need, also after a
 * restart. Any hub may write.
 */
export interface KeptTickets {
  /** Keeps this one in the place of an older one. An older one than the kept is not kept. */
  readonly keep: (appId: string, ticket: KeptTicket) => StoreAnswer<void>
  readonly newest: (appId: string) => StoreAnswer<KeptTicket | undefined>
}

export interface KeptTicket {
  /** The ticket as only those who have the app's secret can read it. */
  readonly sealed: string
  /** When Feishu has pushed it. */
  readonly at: Instant
}
