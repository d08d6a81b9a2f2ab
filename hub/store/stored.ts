import type { Result } from '../../shared/result.ts'

/** The answer to a question to the store, or to a write that any hub may make. */
export type StoreAnswer<T> = Promise<Result<T, StoreProblem>>

/** The answer to a write that only the leading hub may make. */
export type Fenced<T> = Promise<Result<T, StoreProblem | NotLeading>>

/**
 * - `unavailable`: the store gave no answer in time. A write may have been carried out or not. The next call
 *   finds the store again by itself, as soon as it is back.
 * - `foreign`: the store's content was written by another version of the hub. The write was not made.
 */
export interface StoreProblem {
  readonly code: 'unavailable' | 'foreign'
  readonly cause: unknown
}

/** The write was not made: the lease of this epoch has run out, or another hub has taken it over. */
export interface NotLeading {
  readonly code: 'notLeading'
}
