import { minutes, seconds } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'

/**
 * How important a call is for the door, most important first. A rate limit on one rank also applies to the
 * ranks after it.
 */
const ranks = ['token', 'schedule', 'beside'] as const

export type Rank = (typeof ranks)[number]

interface Ranked {
  readonly rank: Rank
  readonly isAwaited?: boolean
}

/** The rest that the calendar asked for, in one place for all kinds of call. */
export interface Rest {
  /** How long a call of this rank must still wait, ms; 0 if it may be sent. */
  readonly leftFor: (call: Ranked) => number
  /** Records a call's problem. Returns the problem, with the rest that it causes. */
  readonly after: (call: Ranked, problem: CalendarProblem) => CalendarProblem
}

/**
 * Feishu limits each kind of call separately. If it limits the schedule, all calls but the token's rest. If
 * it limits a call beside the schedule, only those rest, because a door must not go blind for its titles.
 * Calls that a person at the door waits for are always sent.
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
 * The rest if the calendar limits the rate without a time: a minute, and up to half a minute more at random,
 * so that the panels of one app don't return together. Ms.
 */
const restByChance = (random: () => number): number => minutes(1) + seconds(30) * random()
