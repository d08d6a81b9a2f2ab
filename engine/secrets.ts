import type { Result } from '../shared/result.ts'

/** The operating system's keyring. Each call has a time limit: a locked keyring may wait for a prompt nobody sees. */
export interface Vault {
  readonly read: (account: string) => Promise<Result<string, VaultProblem>>
  /** `notKept`: the keyring took it, or would have, and does not have it where it reads at its next start. */
  readonly write: (account: string, secret: string) => Promise<Result<void, VaultProblem | 'notKept'>>
  /** Content if there was nothing. */
  readonly remove: (account: string) => Promise<Result<void, VaultProblem>>
}

/**
 * - `missing`: the keyring works and holds nothing under this account
 * - `locked`: the keyring is there and does not open (or waits for somebody to open it)
 * - `unavailable`: there is no keyring to talk to
 */
export type VaultProblem = 'missing' | 'locked' | 'unavailable'

/** `otherOrigin`: the app's secret is there, and was provisioned for another host than the configuration names. */
export type SecretProblem = VaultProblem | 'otherOrigin'

/** The administrator's PIN, as the keyring keeps it. Never throws. */
export interface AdminPin {
  /** How to compare a PIN with it. `unreadable`: what the keyring holds is no PIN of ours. */
  readonly read: () => Promise<Result<IsPin, VaultProblem | 'unreadable'>>
}

/** Takes as long for a wrong PIN as for the right one. */
export type IsPin = (pin: string) => Promise<boolean>

/** How many wrong PINs in a row there were, on disk. Never throws. */
export interface PinTries {
  /** `spoilt`: what was kept can't be understood, and was set aside. */
  readonly read: () => Promise<Result<number | 'spoilt', unknown>>
  /** Resolves when the number would survive a power cut. */
  readonly write: (wrong: number) => Promise<Result<void, unknown>>
}
