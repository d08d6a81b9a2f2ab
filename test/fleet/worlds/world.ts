/** A law of the fleet that was broken, and by what. */
export interface Broken {
  readonly law: string
  readonly what: string
}

/** How a world with one or two hubs and some doors went. */
export interface Lived {
  readonly broken: readonly Broken[]
  /** Rooms times the time that they lived, ms. */
  readonly roomTime: number
  /** How often each thing that the laws are about has happened. */
  readonly tally: Readonly<Record<string, number>>
}
