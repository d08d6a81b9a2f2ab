import { minutes, seconds } from '../../shared/domain/time.ts'
import type { CalendarProblem } from '../ports.ts'

/**
 * Says how long to leave the calendar alone when it limits the rate and doesn't say itself: a minute, and up to half of
 * one more by chance, lest all panels of one app come back together.
 */
export const withRest = (problem: CalendarProblem, random: () => number): CalendarProblem =>
  problem.code === 'rateLimited' && problem.retryAfter === undefined
    ? { ...problem, retryAfter: minutes(1) + seconds(30) * random() }
    : problem
