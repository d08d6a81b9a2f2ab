import type { Result } from '../../../../shared/result.ts'
import type { CallFault } from './problems.ts'

/** A token of the company (the tenant) that the app works for. */
export interface FreshToken {
  readonly value: string
  /** How long it lives from the request on, ms. */
  readonly life: number
}

/**
 * The source of tenant tokens: the only difference between the kinds of app. A self-built app asks with its
 * secret (`self-built-app.ts`), a store app with the ticket that Feishu pushes to it (`store-app.ts`).
 */
export interface TokenSource {
  /** Asks once. A fault means that the call which needs the token was never sent. */
  readonly fetch: () => Promise<Result<FreshToken, CallFault>>
}
