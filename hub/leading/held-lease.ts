/** The lease of a hub that leads. */
export interface HeldLease {
  readonly epoch: number
  /** Whether it is certain at this very moment that no other hub leads. */
  readonly isHeld: () => boolean
}
