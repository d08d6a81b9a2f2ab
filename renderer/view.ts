import type { Snapshot } from '../shared/domain/snapshot.ts'
import type { Instant } from '../shared/domain/time.ts'
import type { Language } from './words/language.ts'

/** What every screen is a function of. */
export interface View {
  readonly snapshot: Snapshot
  readonly now: Instant
  readonly language: Language
}
