import { hours, type Instant, seconds } from '../time/time.ts'

/** What stands above the keys while the administrator's PIN is asked for. */
export type PinPad =
  /** The keyring is asked whether there is a PIN. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'ready'; readonly wasWrong: boolean }
  | { readonly kind: 'checking' }
  | { readonly kind: 'lockedOut'; readonly until: Instant }
  | { readonly kind: 'closed'; readonly reason: PinRefusal }

/**
 * Why no PIN is taken.
 *
 * - `pinMissing`: none was provisioned
 * - `pinUnreadable`: what the keyring holds was not written by this program
 * - `keyringLocked`, `keyringUnavailable`: the keyring does not say
 * - `triesNotKept`: the disk doesn't count the tries, so none is made
 */
export type PinRefusal =
  | 'pinMissing'
  | 'pinUnreadable'
  | 'keyringLocked'
  | 'keyringUnavailable'
  | 'triesNotKept'

/** So many wrong PINs in a row cost nothing: fingers slip. */
const freeTries = 4
const firstWait = seconds(30)
const longestWait = hours(1)

/** How long the next try has to wait after so many wrong PINs in a row, ms: twice as long each time, an hour at most. */
export const waitAfter = (wrong: number): number =>
  wrong <= freeTries ? 0 : Math.min(firstWait * 2 ** (wrong - freeTries - 1), longestWait)

/** As many as make the first wait: what counts where nobody knows how many there were. */
export const wrongIfUnknown = freeTries + 1

/** The screen of an administrator goes back to the door's after so long without a touch, ms. */
export const leavesAfter = seconds(60)
