import type { Result } from '../../../../shared/result.ts'
import type { Fault } from './problems.ts'

/** A token of the company (the tenant) that the app works for. */
export interface FreshToken {
  readonly value: string
  /** How long it lives from the asking on, ms. */
  readonly life: number
}

/**
 * Where tenant tokens come from: the one thing that differs between the kinds of app. A self-built app asks with its
 * secret (`self-built-app.ts`); a store app would ask with the ticket that Feishu pushes to it.
 */
export interface TokenSource {
  /** Asks once. A fault says that the call which needs the token never left. */
  readonly fetch: () => Promise<Result<FreshToken, Fault>>
}
