import type { Result } from '../../../../shared/result.ts'
import type { Clock } from '../../../ports.ts'
import type { CallFault, Nature } from './problems.ts'

const mostTries = 3
/**
 * Ms. Each pause doubles, and is lengthened at random up to twice that, so that many panels don't return
 * together.
 */
const firstPause = 500

/** Ms from the first try. No try starts later, because a person may be waiting at the door. */
const patience = 8000

const passing: readonly Nature[] = ['unanswered', 'notSent']

/**
 * The last result of `attempt`, which is repeated after faults that pass by themselves. Only for calls that
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
    for (let tried = 1; tried < mostTries && mayPass(result); tried++) {
      if ((isDown && !needsMore(result)) || clock.elapsed() - begun > patience) break
      const pause = firstPause * 2 ** (tried - 1) * (1 + random())
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

/** A clock without a known day needs several answers that agree. */
const needsMore = (result: Result<unknown, CallFault>): boolean =>
  !result.ok && result.error.problem.network === 'timeContradicted'
