import type { Configuration } from '../../shared/config/configuration.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { CalendarFor, CallCounter, TakeOrder } from '../ports.ts'
import type { Vault } from '../secrets.ts'
import { readDoorSecret, secretProblem } from './door-secret.ts'
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
  kind === 'configurationMissing' || kind === 'secretMissing' || kind === 'passwordMissing'

async function dependencies(
  parts: SetUpParts,
  previewConfiguration: PreviewConfiguration,
): Promise<Result<PanelDependencies, SetUpProblem>> {
  const { readConfiguration, vault, calendarFor, calls } = parts
  const read = await readConfiguration()
  if (!read.ok) return read
  const configuration = read.value
  await previewConfiguration(configuration)
  const readSecret = () => readDoorSecret(vault, configuration)
  const secret = await readSecret()
  if (!secret.ok) return err(secretProblem(secret.error, configuration))
  const calendar = calendarFor(configuration, readSecret)
  return ok({ configuration, calendar, ...(configuration.hub === undefined && calls && { calls }) })
}
