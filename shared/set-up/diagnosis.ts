import type { Instant } from '../time/time.ts'

/** What the panel finds out about itself, for IT. */
export type Diagnosis =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | ({ readonly kind: 'done' } & DiagnosisReport)
  /** The look itself broke off: a defect of ours. */
  | { readonly kind: 'failed' }

export interface DiagnosisReport {
  readonly lines: readonly DiagnosisLine[]
  /** The calendar's last answers, newest first. */
  readonly answers: readonly CalendarAnswer[]
  /** Names with their versions, as `Electron 45.4.1`. */
  readonly versions: readonly string[]
}

/** One line of the doctor's, in IT's English whatever the panel speaks. */
export interface DiagnosisLine {
  readonly text: string
  readonly isWell: boolean
}

export interface CalendarAnswer {
  readonly at: Instant
  /** Without its query. */
  readonly path: string
  /** The calendar's number for how it went; missing where somebody else answered. */
  readonly code?: number
  /** The calendar's name for this very call, to quote to its support. */
  readonly logId?: string
}
