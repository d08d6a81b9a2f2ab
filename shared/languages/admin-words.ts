import type { AdminVerdict, VerdictRefusal } from '../admin/judging.ts'
import type { PinRefusal } from '../admin/pin-pad.ts'
import type { AdviceWords } from './advice-words.ts'
import type { ProblemCode } from '../reading/problem.ts'

/** The panel's texts for an administrator at the door. */
export interface AdminWords {
  /** The name of the control in the corner, for screen readers. */
  readonly open: string
  readonly back: string

  readonly enterPin: string
  readonly looking: string
  readonly checking: string
  readonly wrongPin: string
  readonly tooManyTries: string
  /** The time is a duration. */
  readonly triesAgainIn: (time: string) => string
  readonly noPin: Readonly<Record<PinRefusal, string>>
  readonly pinOk: string
  readonly deleteDigit: string

  /** The page of the bookings among the others. */
  readonly bookings: string
  readonly online: string
  readonly version: (version: string) => string

  readonly title: string
  readonly noBookings: string
  readonly over: string
  readonly verdict: Readonly<Record<AdminVerdict, VerdictWords>>
  readonly refusal: Readonly<Record<Exclude<VerdictRefusal, ProblemCode>, string>>
  readonly uncertainAdvice: string

  readonly diagnose: string
  readonly diagnosing: string
  readonly faults: string
  readonly well: string
  readonly nothingWrong: string
  readonly checks: Readonly<Record<CheckWord, string>>
  readonly advice: AdviceWords
  /** Why a check was not made: another one has to pass first. */
  readonly needs: (check: string) => string
  readonly lastAnswers: string
  readonly noAnswers: string

  readonly diagnosisFailed: string

  readonly rooms: RoomWords

  readonly leaveKiosk: string
  readonly leaveQuestion: string
  readonly leave: string
  readonly stay: string
}

/** The checks of the panel's needs, by their names in `room-panel doctor` (shared/set-up/diagnosis.ts). */
export type CheckWord =
  | 'program'
  | 'configuration'
  | 'keyring'
  | 'secret'
  | 'password'
  | 'authority'
  | 'broker'
  | 'login'
  | 'hub'
  | 'view'
  | 'proxy'
  | 'name'
  | 'connection'
  | 'TLS'
  | 'clock'
  | 'token'
  | 'access'
  | 'room'
  | 'schedule'
  | 'disk'
  | 'journal'
  | 'seriesGuard'
  | 'panel'
  | 'page'
  | 'budget'
  | 'logo'
  | 'background'

/** About giving the panel another room. */
export interface RoomWords {
  readonly action: string
  readonly reading: string
  readonly none: string
  readonly notRead: string
  /** The scopes, any one of which would do. */
  readonly needsScope: (scopes: string) => string
  readonly hubDecides: string
  readonly notSetUp: string
  readonly now: (room: string) => string
  readonly up: string
  readonly previous: string
  readonly next: string
  readonly count: (rooms: number) => string
  readonly search: string
  readonly searchHint: string
  readonly noMatch: string
  readonly thisRoom: string
  readonly question: string
  readonly confirm: string
  readonly cancel: string
  readonly setting: (room: string) => string
  readonly done: (room: string) => string
  readonly stored: (room: string) => string
  readonly refused: string
  readonly refusal: Readonly<Record<'notWritable' | 'notAudited', string>>
  readonly faultyFile: string
}

/** About one of the two verdicts. */
export interface VerdictWords {
  readonly action: string
  readonly question: string
  readonly confirm: string
  readonly cancel: string
  readonly underWay: string
  readonly done: string
  readonly refused: string
  readonly uncertain: string
}
