import { minutes } from '../time/time.ts'

/** The runs of a program that have spoken as one door. */
export interface Sessions {
  readonly current?: string
  readonly isOn: boolean
  /** Those that another one followed, the last ones only. */
  readonly earlier: readonly string[]
  /** When two of them were last found to live side by side, by the monotonic clock, ms. */
  readonly clonedAt?: number
}

export const noSessions: Sessions = { isOn: false, earlier: [] }

/** One session speaks. `on` is false for its will, which the broker publishes. */
export interface SessionHeard {
  readonly session: string
  readonly on: boolean
  readonly elapsed: number
}

/** A tablet restarts, and its earlier session is never heard again. More of them than a tablet can be cloned in practice. */
const mostEarlier = 8

/** How long an identity counts as cloned after two sessions were last heard in turn, ms. */
const clonedFor = minutes(10)

/**
 * A program that starts anew has a new session, and the one before never speaks again. If it does, two
 * tablets have one identity. The will of an earlier session is ignored, because it may overtake the birth of the
 * one that followed.
 */
export function sessionsAfter(sessions: Sessions, { session, on, elapsed }: SessionHeard): Sessions {
  if (session === sessions.current) return { ...sessions, isOn: on }
  if (!on) return sessions
  const { current } = sessions
  const isBack = sessions.earlier.includes(session)
  const others = sessions.earlier.filter((one) => one !== session)
  return {
    ...sessions,
    current: session,
    isOn: true,
    earlier: current === undefined ? others : [...others, current].slice(-mostEarlier),
    ...(isBack && { clonedAt: elapsed }),
  }
}

export const isClonedAt = ({ clonedAt }: Sessions, elapsed: number): boolean =>
  clonedAt !== undefined && elapsed - clonedAt <= clonedFor
