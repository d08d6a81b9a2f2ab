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

/** One line of `doctor`'s output. */
export interface DiagnosisLine {
  /** The whole line, as `doctor` says it. */
  readonly text: string
  readonly isWell: boolean
  /** The doctor's name of what was looked at. */
  readonly name: string
  /** The fault that was found. */
  readonly fault?: FaultName
  /** The check that must pass before this one can be made. */
  readonly needs?: string
  /** Figures and names that belong to the line, as the calendar and the tablet write them. */
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
