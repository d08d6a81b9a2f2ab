import type { Cancel, Clock, FollowConfiguration } from '../../../engine/ports.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import type { Result } from '../../../shared/result.ts'
import type { SetUpProblem } from '../../../shared/set-up/set-up.ts'
import { seconds } from '../../../shared/time/time.ts'

/** Short enough that IT's changes take effect within a minute. */
const pollInterval = seconds(30)

/**
 * Reads the configuration at every `pollInterval`. Operating systems report changed files in different ways,
 * and changed links, mounts or replaced folders not at all. The file is small enough to be read each time.
 */
export const pollConfiguration =
  (
    clock: Pick<Clock, 'after'>,
    read: () => Promise<Result<Configuration, SetUpProblem>>,
  ): FollowConfiguration =>
  (take) => {
    let isOver = false
    let cancel: Cancel | undefined
    const wait = (): void => {
      cancel = clock.after(pollInterval, () => void look())
    }
    const look = async (): Promise<void> => {
      const found = await read()
      if (!isOver) await take(found)
      if (!isOver) wait()
    }
    wait()
    return () => {
      isOver = true
      cancel?.()
    }
  }
