import { minutes, seconds } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { CalendarProblem } from '../../room-calendar.ts'

/** What a call is to the door. What limits the first limits all, what limits the last limits that alone. */
const ranks = ['token', 'schedule', 'beside'] as const

export type Rank = (typeof ranks)[number]

interface Ranked {
  readonly rank: Rank
  readonly isAwaited?: boolean
}

/** For how long the calendar asked to be left alone: one place for all kinds of call. */
export interface Rest {
  /** How long a call of this kind still has to wait, ms; 0 if it may leave. */
  readonly leftFor: (call: Ranked) => number
  /** A call was answered with this problem. Gives the same, with the rest that it brings. */
  readonly after: (call: Ranked, problem: CalendarProblem) => CalendarProblem
}

/**
 * Feishu limits each call by itself. When it limits the schedule, everything rests but a token; when it limits what is beside
 * the schedule, only that does: a door must not go blind for its titles. What somebody at the door waits for goes all the same.
 */
export function createRest({ elapsed }: Pick<Clock, 'elapsed'>, random: () => number): Rest {
  const until: Record<Rank, number> = { token: -Infinity, schedule: -Infinity, beside: -Infinity }
  return {
    leftFor({ rank, isAwaited = false }) {
      if (isAwaited) return 0
      const above = ranks.slice(0, ranks.indexOf(rank) + 1)
      return Math.max(Math.max(...above.map((each) => until[each])) - elapsed(), 0)
    },
    after({ rank }, problem) {
      if (problem.code !== 'rateLimited') return problem
      const retryAfter = problem.retryAfter ?? restByChance(random)
      until[rank] = Math.max(until[rank], elapsed() + retryAfter)
      return { ...problem, retryAfter }
    },
  }
}

/**
 * Where the calendar limits the rate and doesn't say for how long: a minute, and up to half of one more by chance, lest all
 * panels of one app come back together. Ms.
 */
const restByChance = (random: () => number): number => minutes(1) + seconds(30) * random()
