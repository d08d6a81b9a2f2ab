import type { Result } from '../../../../shared/result.ts'
import type { Clock } from '../../../ports.ts'
import type { CallFault, Nature } from './problems.ts'

const mostTries = 3
/**
 * Ms. Each pause doubles, and is lengthened at random up to twice that, so that many panels don't return
 * together.
 */
const firstPause = 500

/**
 * Ms from the first try. No try starts later, because a person may be waiting at the door. A call that the calendar
 * refuses because of the rate keeps the rest that it is told within this time, and is sent again, however often: the
 * readings of one moment may be more than the calendar takes in a second.
 */
const patience = 8000

const passing: readonly Nature[] = ['unanswered', 'notSent']

/**
 * The last result of `attempt`, which is repeated after faults that pass by themselves, and after short rests. Only for calls that
 * are safe to repeat.
 */
export type Retried = <T>(attempt: () => Promise<Result<T, CallFault>>) => Promise<Result<T, CallFault>>

/**
 * Once all tries of a call have failed, each later call is tried only once until one succeeds. A fault of
 * more than some seconds is left to the growing pauses between readings.
 */
export function createRetried({
  clock,
  random,
}: {
  readonly clock: Clock
  readonly random: () => number
}): Retried {
  let isDown = false
  return async (attempt) => {
    const begun = clock.elapsed()
    let result = await attempt()
    let isLimited = false
    for (let tried = 1; ;) {
      isLimited ||= wasLimited(result)
      const rest = isLimited ? restAskedBy(result) : undefined
      if (clock.elapsed() - begun + (rest ?? 0) > patience) break
      if (rest === undefined && (tried >= mostTries || !mayPass(result) || (isDown && !needsMore(result))))
        break
      const spread = firstPause * random()
      const pause = rest === undefined ? (firstPause + spread) * 2 ** (tried - 1) : rest + spread
      if (rest === undefined) tried++
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      await new Promise<void>((resolve) => clock.after(pause, resolve))
      // oxlint-disable-next-line no-await-in-loop -- the same
      result = await attempt()
    }
    isDown = mayPass(result)
    return result
  }
}

const mayPass = (result: Result<unknown, CallFault>): boolean =>
  !result.ok && passing.includes(result.error.nature)

/** The calendar itself has refused it. A call that is not sent during a rest waits for nothing. */
const wasLimited = (result: Result<unknown, CallFault>): boolean =>
  restAskedBy(result) !== undefined && !result.ok && result.error.problem.calendarCode !== undefined

/** Ms. */
const restAskedBy = (result: Result<unknown, CallFault>): number | undefined =>
  !result.ok && result.error.problem.code === 'rateLimited' ? result.error.problem.retryAfter : undefined

/** A clock without a known day needs several answers that agree. */
const needsMore = (result: Result<unknown, CallFault>): boolean =>
  !result.ok && result.error.problem.network === 'timeContradicted'
