import type { Snapshot } from '../shared/snapshot/snapshot.ts'
import type { Instant } from '../shared/time/time.ts'
import type { CheckInModel } from './model/check-in-model.ts'
import type { EndModel } from './model/end-model.ts'
import type { Language } from './words/language.ts'

/** What every screen is a function of. */
export interface View {
  readonly snapshot: Snapshot
  readonly now: Instant
  readonly language: Language
}

/** A view with what can be done on it. */
export interface ActiveView extends View {
  readonly end: EndModel
  readonly checkIn: CheckInModel
}
