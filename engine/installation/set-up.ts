import type { Configuration } from '../../shared/config/configuration.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { CalendarFor, CallCounter, TakeOrder } from '../ports.ts'
import type { SecretProblem, Vault } from '../secrets.ts'
import { readAppSecret } from './app-secret.ts'
import type { PanelDependencies, PreviewConfiguration, Standing } from './panel-dependencies.ts'

export interface SetUpParts {
  readonly readConfiguration: () => Promise<Result<Configuration, SetUpProblem>>
  readonly vault: Pick<Vault, 'read'>
  readonly calendarFor: CalendarFor
  readonly calls?: CallCounter | undefined
  readonly takeOrder: TakeOrder
}

/**
 * The parts that a panel needs before it can work, or the missing part. An order file may supply a missing
 * part. A stick, which any visitor can plug in, sets up only a panel that IT never finished.
 */
export async function setUpPanel(
  parts: SetUpParts,
  standing: Standing,
  previewConfiguration: PreviewConfiguration,
): Promise<Result<PanelDependencies, SetUpProblem>> {
  const equipped = await dependencies(parts, previewConfiguration)
  if (equipped.ok || standing === 'working') return equipped
  const order = await parts.takeOrder(isUnfinished(equipped.error) ? 'everywhere' : 'ownFolder')
  if (order === 'none') return equipped
  return order === 'stored' ? dependencies(parts, previewConfiguration) : err({ ...equipped.error, order })
}

const isUnfinished = ({ kind }: SetUpProblem): boolean =>
  kind === 'configurationMissing' || kind === 'secretMissing'

async function dependencies(
  parts: SetUpParts,
  previewConfiguration: PreviewConfiguration,
): Promise<Result<PanelDependencies, SetUpProblem>> {
  const { readConfiguration, vault, calendarFor, calls } = parts
  const read = await readConfiguration()
  if (!read.ok) return read
  const configuration = read.value
  await previewConfiguration(configuration)
  const readSecret = (): Promise<Result<string, SecretProblem>> => readAppSecret(vault, configuration.feishu)
  const secret = await readSecret()
  if (!secret.ok) return err(secretProblem(secret.error, configuration.feishu))
  return ok({ configuration, calendar: calendarFor(configuration, readSecret), ...(calls && { calls }) })
}

function secretProblem(problem: SecretProblem, { appId, origin }: Configuration['feishu']): SetUpProblem {
  switch (problem) {
    case 'missing':
      return { kind: 'secretMissing', appId }
    case 'otherOrigin':
      return { kind: 'secretOfOtherOrigin', origin }
    case 'locked':
      return { kind: 'keyringLocked' }
    case 'timedOut':
      return { kind: 'keyringTimedOut' }
    case 'unavailable':
      return { kind: 'keyringUnavailable' }
  }
}
