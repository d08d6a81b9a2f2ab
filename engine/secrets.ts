import type { PinRefusal } from '../shared/admin/pin-pad.ts'
import type { Result } from '../shared/result.ts'

/**
 * The operating system's keyring. Each call has a time limit, because a locked keyring may wait at an
 * invisible prompt.
 */
export interface Vault {
  readonly read: (account: string) => Promise<Result<string, VaultProblem>>
  /**
   * `notKept`: the keyring accepted the secret, or would have, but does not store it in the file that it
   * reads at its next start.
   */
  readonly write: (account: string, secret: string) => Promise<Result<void, VaultProblem | 'notKept'>>
  /** Succeeds if there is nothing to remove. */
  readonly remove: (account: string) => Promise<Result<void, VaultProblem>>
}

/**
 * - `missing`: the keyring works, but holds no entry for this account
 * - `locked`: the keyring exists, but does not open, or waits for a person to open it
 * - `timedOut`: the keyring exists, and did not answer in time; it may at the next call
 * - `unavailable`: there is no keyring to talk to
 */
export type VaultProblem = 'missing' | 'locked' | 'timedOut' | 'unavailable'

/** `otherOrigin`: the app's secret exists, but was provisioned for another host than the configured one. */
export type SecretProblem = VaultProblem | 'otherOrigin'

/** The administrator's PIN in the keyring. Never throws. */
export interface AdminPin {
  /**
   * Resolves to the function that compares a PIN with it. `unreadable`: the keyring's entry is not a PIN of
   * ours.
   */
  readonly read: () => Promise<Result<IsPin, VaultProblem | 'unreadable'>>
}

/** Takes as long for a wrong PIN as for the right one. */
export type IsPin = (pin: string) => Promise<boolean>

/** Whether this is the administrator's PIN, or why it can't be compared. Counts as a try. */
export type TryPin = (pin: string) => Promise<Result<boolean, PinRefusal>>

/** The number of wrong PINs in a row, on disk. Never throws. */
export interface PinTries {
  /** `spoilt`: the file can't be parsed, and was set aside. */
  readonly read: () => Promise<Result<number | 'spoilt', unknown>>
  /** Resolves when the number would survive a power cut. */
  readonly write: (wrong: number) => Promise<Result<void, unknown>>
}
