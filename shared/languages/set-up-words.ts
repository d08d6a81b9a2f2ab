import type { ConfigurationRule } from '../set-up/set-up.ts'

/** For IT, at the door. */
export interface SetUpWords {
  readonly configurationMissing: (file: string) => string
  readonly configurationUnreadable: (file: string) => string
  readonly configurationInvalid: string
  readonly fault: Readonly<Record<ConfigurationRule, (path: string) => string>>
  readonly moreFaults: (count: number) => string
  readonly secretMissing: (appId: string) => string
  readonly secretOfOtherOrigin: (origin: string) => string
  readonly passwordMissing: (door: string) => string
  readonly keyringLocked: string
  readonly keyringTimedOut: string
  readonly keyringUnavailable: string
  /** Explains how to set a tablet up without a keyboard. */
  readonly orderWanted: (file: string) => string
  readonly orderFailed: (file: string, fault: string) => string
  readonly advice: string
}
