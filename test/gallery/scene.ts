import type { Snapshot } from '../../shared/snapshot/snapshot.ts'

/** One kind of picture: the page's snapshot, and the taps after it. */
export interface Scene {
  readonly snapshot: Snapshot
  /** The `data-testid` of each control that is tapped, one after the other. */
  readonly taps?: readonly string[]
  /** Its names are longer than any screen: they may end in an ellipsis. */
  readonly isLong?: boolean
  /** Shown in this language of `test/gallery/languages` alone. */
  readonly trialLocale?: string
  /** The path of another page than the door's: it takes no snapshot, and has every language at once. */
  readonly page?: string
}

export const scene = (snapshot: Snapshot, more: Omit<Scene, 'snapshot'> = {}): Scene => ({
  snapshot,
  ...more,
})
