import { hours, type Instant, seconds } from '../time/time.ts'

/** The fewest and most digits of a PIN. */
export const fewestDigits = 4
export const mostDigits = 12

export const pinPattern = new RegExp(`^\\d{${fewestDigits},${mostDigits}}$`)

/** The state of the PIN pad, shown above its keys. */
export type PinPad =
  /** The panel is asking the keyring whether a PIN was provisioned. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'ready'; readonly wasWrong: boolean }
  | { readonly kind: 'checking' }
  | { readonly kind: 'lockedOut'; readonly until: Instant }
  | { readonly kind: 'closed'; readonly reason: PinRefusal }

/**
 * Why the pad accepts no PIN.
 *
 * - `pinMissing`: no PIN was provisioned
 * - `pinUnreadable`: the keyring's entry was not written by this program
 * - `keyringLocked`, `keyringUnavailable`: the keyring gives nothing
 * - `keyringTimedOut`: it did not answer in time, and is asked again
 * - `triesNotKept`: the disk can't store the number of tries, so a try is not allowed
 */
export type PinRefusal =
  | 'pinMissing'
  | 'pinUnreadable'
  | 'keyringLocked'
  | 'keyringTimedOut'
  | 'keyringUnavailable'
  | 'triesNotKept'

/** This many wrong PINs in a row cause no wait, because fingers slip. */
const freeTries = 4
const firstWait = seconds(30)
const longestWait = hours(1)

/**
 * How long the next try must wait after `wrong` wrong PINs in a row, ms. The wait doubles with each one, up
 * to an hour.
 */
export const waitAfter = (wrong: number): number =>
  wrong <= freeTries ? 0 : Math.min(firstWait * 2 ** (wrong - freeTries - 1), longestWait)

/** The number of wrong PINs to assume if the count was lost: the first number that causes a wait. */
export const wrongIfUnknown = freeTries + 1

/** After this time without a touch the administrator's screen closes and the door's returns, ms. */
export const leavesAfter = seconds(60)
