import type { Patch } from '../simulation/run/bundle.ts'

/** A small change of the product that breaks a law. The simulation must notice each. */
export interface Sabotage extends Patch {
  readonly name: string
  /** It loses nobody a room, and so shows only where nothing goes wrong: a ghost stays. */
  readonly showsWhenHealthy?: true
}
