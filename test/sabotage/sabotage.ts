import type { Patch } from '../simulation/run/bundle.ts'

/** A small change of the product that breaks a law. The simulation must notice each. */
export interface Sabotage extends Patch {
  readonly name: string
  /** It takes no room from people, and so shows only in a run without faults, where a ghost stays. */
  readonly showsWhenHealthy?: true
  /** It shows only where visitors book at the doors. */
  readonly showsInBookings?: true
  /** It shows only where doors have a hub. */
  readonly showsInFleet?: true
}
