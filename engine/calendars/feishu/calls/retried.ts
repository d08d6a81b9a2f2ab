import type { Result } from '../../../../shared/result.ts'
import type { Clock } from '../../../ports.ts'
import type { Fault, Nature } from './problems.ts'

const mostTries = 3
/** Ms; each next pause is twice as long, and up to twice that by chance, lest many panels come back as one. */
const firstPause = 500

/** Ms from the first try, after which there is no other: somebody may be waiting at the door. */
const patience = 8000

const passing: readonly Nature[] = ['unanswered', 'notSent']

/** What `attempt` gives at last: it is tried again on faults that pass by themselves. Only for what is safe to repeat. */
export type Retried = <T>(attempt: () => Promise<Result<T, Fault>>) => Promise<Result<T, Fault>>

/**
 * After a call of which all tries failed, each is tried once until one succeeds: what doesn't pass in seconds is left to the
 * growing pauses between the readings.
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

const mayPass = (result: Result<unknown, Fault>): boolean =>
  !result.ok && passing.includes(result.error.nature)

/** A clock that knows no day yet takes the word of some answers that agree. */
const needsMore = (result: Result<unknown, Fault>): boolean =>
  !result.ok && result.error.problem.network === 'timeContradicted'
