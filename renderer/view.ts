import type { Snapshot } from '../shared/snapshot/snapshot.ts'
import type { Instant } from '../shared/time/time.ts'
import type { CheckInModel } from './model/actions/check-in-model.ts'
import type { EndModel } from './model/actions/end-model.ts'
import type { FindModel } from './model/actions/find-model.ts'
import type { ReserveModel } from './model/actions/reserve-model.ts'
import type { Language } from './words/language.ts'

/** The input of every screen. */
export interface View {
  readonly snapshot: Snapshot
  readonly now: Instant
  readonly language: Language
}

/** A view with its actions. */
export interface ActiveView extends View {
  readonly end: EndModel
  readonly checkIn: CheckInModel
  readonly reserve: ReserveModel
  readonly find: FindModel
}
