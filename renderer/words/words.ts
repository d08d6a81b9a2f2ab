import type { CheckInRefusal } from '../../shared/check-in/check-in.ts'
import type { EndRefusal } from '../../shared/ending/ending.ts'
import type { Occupancy, UnknownReason } from '../../shared/occupancy/occupancy.ts'
import type { ProblemCode } from '../../shared/reading/problem.ts'
import type { ConfigurationRule } from '../../shared/set-up/set-up.ts'
import type { AdminWords } from './admin/words.ts'

/**
 * Everything the panel says, in one language. A translator adds one file of this type.
 * Times, durations and ages come in already written for the language; text between backticks is shown as code.
 */
export interface Words {
  /** Read from 3 m: one or two short words. */
  readonly headline: Readonly<Record<Occupancy['kind'], string>>
  /** What the language calls itself. */
  readonly name: string
  /** What a tap on a dimmed screen does, for a screen reader. */
  readonly wake: string
  readonly seats: (count: number) => string

  /** Who has the room when nobody may be named, or nobody is. */
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

  /** Nobody has checked in; the time is a duration or a countdown as `0:42`. */
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
  readonly dataFrom: (ago: string) => string
  readonly noData: string

  readonly outOfService: string
  readonly backAt: (time: string) => string

  readonly setUp: SetUpWords
  readonly admin: AdminWords
}

/** For IT, at the door. */
export interface SetUpWords {
  readonly configurationMissing: (file: string) => string
  readonly configurationUnreadable: (file: string) => string
  readonly configurationInvalid: string
  readonly fault: Readonly<Record<ConfigurationRule, (path: string) => string>>
  readonly moreFaults: (count: number) => string
  readonly secretMissing: (appId: string) => string
  readonly secretOfOtherOrigin: (origin: string) => string
  readonly keyringLocked: string
  readonly keyringUnavailable: string
  /** How a tablet is set up without a keyboard. */
  readonly orderWanted: (file: string) => string
  readonly orderFailed: (file: string, fault: string) => string
  /** Which of many tablets this is. */
  readonly tablet: (name: string, tabletCode: string) => string
  readonly advice: string
}
