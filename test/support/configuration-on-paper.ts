import type { Clock, FollowConfiguration } from '../../engine/ports.ts'
import { pollConfiguration } from '../../main/adapters/configuration/configuration-poll.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'

/** A configuration that is never changed. */
export const unchangedConfiguration: FollowConfiguration = () => () => undefined

interface Paper {
  says: Result<Configuration, SetUpProblem>
  /** How often it was looked at. */
  looks: number
}

/** A configuration in memory, which the panel looks at as often as at its file. */
export function createConfigurationOnPaper(clock: Clock, first: Configuration) {
  const paper: Paper = { says: ok(first), looks: 0 }
  const followConfiguration = pollConfiguration(clock, async () => {
    paper.looks += 1
    return paper.says
  })
  return { paper, followConfiguration }
}
