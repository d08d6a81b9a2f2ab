import type { Instant } from '../time/time.ts'
import type { FaultName } from './advice.ts'

/** The panel's checks of itself, for IT. */
export type Diagnosis =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | ({ readonly kind: 'done' } & DiagnosisReport)
  /** The diagnosis itself failed: a defect of ours. */
  | { readonly kind: 'failed' }

export interface DiagnosisReport {
  readonly lines: readonly DiagnosisLine[]
  /** The calendar's last answers, newest first. */
  readonly answers: readonly CalendarAnswer[]
  /** Names with their versions, as `Electron 45.4.1`. */
  readonly versions: readonly string[]
}

/** One line of `doctor`'s output, always in English. */
export interface DiagnosisLine {
  readonly text: string
  readonly isWell: boolean
  /** The doctor's name of what was looked at. */
  readonly name: string
  /** The fault that was found. */
  readonly fault?: FaultName
  /** What the line says besides, in English. */
  readonly note: string
}

export interface CalendarAnswer {
  readonly at: Instant
  /** Without its query. */
  readonly path: string
  /** The calendar's result code; undefined if another server answered. */
  readonly code?: number
  /** The calendar's id of this call, to quote to its support. */
  readonly logId?: string
}
