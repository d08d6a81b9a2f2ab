import type { CheckInRefusal } from '../check-in/check-in.ts'
import type { EndRefusal } from '../ending/ending.ts'
import type { Occupancy, UnknownReason } from '../occupancy/occupancy.ts'
import type { Equipment } from '../reading/equipment.ts'
import type { ProblemCode } from '../reading/problem.ts'
import type { AdminWords } from './admin-words.ts'
import type { ReserveWords } from './reserve-words.ts'
import type { SetUpWords } from './set-up-words.ts'

/**
 * Everything that the door's page says, in one language: `words.ts` of the language's folder.
 * Times, durations and ages come in already written for the language; text between backticks is shown as code.
 */
export interface Words {
  /** The language's own name. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly writing: Writing

  /** Read from 3 m: one or two short words. */
  readonly headline: Readonly<Record<Occupancy['kind'], string>>
  /** Names the globe for a screen reader. */
  readonly languages: string
  /** The effect of a tap on a dimmed screen, for screen readers. */
  readonly wake: string
  readonly seats: (count: number) => string
  /** The meanings of the signs beside the room’s name, for screen readers. */
  readonly equipment: Readonly<Record<Equipment, string>>
  /** All that is said until something is known. */
  readonly starting: string

  /** Shown as the organiser if the booking has none, or if its name is hidden. */
  readonly privateBooking: string
  readonly booked: string

  readonly freeFor: (duration: string) => string
  readonly freeAllDay: string
  readonly timeLeft: (duration: string) => string
  readonly until: (time: string) => string
  readonly startsAt: (time: string) => string
  readonly startsIn: (duration: string) => string
  readonly startedAt: (time: string) => string
  readonly next: string
  readonly nothingNext: string
  readonly today: string
  readonly tomorrow: string

  readonly checkIn: string
  readonly checkingIn: string
  readonly checkedIn: string
  readonly notCheckedIn: string
  readonly checkInRefusal: Readonly<Record<CheckInRefusal, string>>

  /** No check-in has been made; the time is a duration or a countdown as `0:42`. */
  readonly givenBackIn: (time: string) => string
  readonly givingBack: string
  readonly givenBack: string
  readonly freeUntil: (time: string) => string
  readonly maybeGivenBack: string
  readonly maybeGivenBackAdvice: string

  readonly endMeeting: string
  readonly endQuestion: string
  readonly confirm: string
  readonly cancel: string
  readonly cancelsIn: (seconds: string) => string
  readonly ending: string

  readonly ended: string
  readonly notEnded: string
  readonly maybeEnded: string
  readonly maybeEndedAdvice: string
  readonly panelFailed: string
  readonly panelFailedAdvice: string
  readonly keepingNothing: string
  readonly keepingNothingAdvice: string

  readonly problem: Readonly<Record<ProblemCode, string>>
  readonly refusal: Readonly<Record<Exclude<EndRefusal, ProblemCode>, string>>
  readonly unknown: Readonly<Record<Exclude<UnknownReason, ProblemCode>, string>>
  readonly lastKnownInUse: (readAt: string, until: string) => string
  readonly lastKnownFree: (readAt: string) => string
  readonly checkCalendar: string

  readonly connection: Readonly<Record<'stale' | 'offline', string>>
  readonly dataFrom: (age: string) => string
  readonly noData: string

  readonly outOfService: string
  readonly backAt: (time: string) => string

  readonly reserve: ReserveWords
  readonly setUp: SetUpWords
  readonly admin: AdminWords
}

/** How the language writes times and durations, where the Unicode data leave it open. */
export interface Writing {
  /** Beside a time: `Tue 09:00`, `火曜日 09:00`. */
  readonly weekday: 'short' | 'long'
  /** Between a number and its unit: `42 min`, `42分`. */
  readonly beforeUnit: ' ' | ''
  /** Between two units: `2 hr 18 min`, `2時間18分`. */
  readonly betweenUnits: ' ' | ''
}
