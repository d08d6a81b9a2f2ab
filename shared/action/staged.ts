import type { Instant } from '../time/time.ts'

/**
 * One thing that people or the clock caused, from the asking to the last word about it.
 *
 * - `asked`: the calendar is looked at and it is decided; nothing has left yet
 * - `sent`: a request has left or is about to, and no one can hold it back; what came of it is being proven
 * - `settled`: the last word
 */
export type Staged<Kind extends string, About, Outcome> =
  | ({ readonly kind: Kind; readonly stage: 'asked' | 'sent' } & About)
  | ({
      readonly kind: Kind
      readonly stage: 'settled'
      readonly outcome: Outcome
      readonly at: Instant
    } & About)
