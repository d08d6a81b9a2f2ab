import type { Result } from '../../shared/result.ts'

/** The accounts at the broker and their rights. Each call ends within some seconds, never throws, and is safe to repeat. */
export interface BrokerAdmin {
  /**
   * Closes the broker to everything that is not allowed, and gives this hub's own account its rights. When
   * they change, the broker ends the hub's connection before it has answered: then it is to be repeated.
   */
  readonly prepare: () => BrokerAnswer
  /** Gives a door an account that reads and writes the door's own topics alone. It replaces an earlier one. */
  readonly admit: (door: string, password: string) => BrokerAnswer
  /** Gives a door's account another password. The old one no longer works, and the door's connection ends. */
  readonly setPassword: (door: string, password: string) => BrokerAnswer
  /** Removes a door's account, if there is one, and ends its connection. */
  readonly remove: (door: string) => BrokerAnswer
}

export type BrokerAnswer = Promise<Result<void, BrokerAdminProblem>>

/**
 * - `unreachable`: there was no answer in time, or the connection was lost. It may have been done or not.
 * - `refused`: the broker does not do it, for example because this account may not ask for it
 */
export interface BrokerAdminProblem {
  readonly code: 'unreachable' | 'refused'
  readonly cause: unknown
}
