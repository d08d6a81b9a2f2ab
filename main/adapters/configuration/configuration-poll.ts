import type { Cancel, Clock, FollowConfiguration } from '../../../engine/ports.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import type { Result } from '../../../shared/result.ts'
import type { SetUpProblem } from '../../../shared/set-up/set-up.ts'
import { seconds } from '../../../shared/time/time.ts'

/** IT's changes count within a minute, with some time to spare. */
const pollInterval = seconds(30)

/**
 * Reads the configuration again and again. Systems that tell of changed files do so in different ways, and of links,
 * mounts and replaced folders not at all; a small file can simply be read.
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
