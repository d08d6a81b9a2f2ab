import type { Configuration } from '../shared/config/configuration.ts'
import type { SetUpProblem } from '../shared/domain/set-up.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Equipment } from './door-panel.ts'
import type { CallCounter, RoomCalendar, Vault, VaultProblem } from './ports.ts'

export interface SetUpParts {
  readonly readConfiguration: () => Promise<Result<Configuration, SetUpProblem>>
  readonly vault: Pick<Vault, 'read'>
  /** The calendar of this configuration; the secret is asked for whenever it is needed. */
  readonly calendarFor: (
    configuration: Configuration,
    readSecret: () => Promise<Result<string, VaultProblem>>,
  ) => RoomCalendar
  readonly calls?: CallCounter | undefined
}

/** All that a panel needs before it can work, or what is missing of it. */
export async function setUp({
  readConfiguration,
  vault,
  calendarFor,
  calls,
}: SetUpParts): Promise<Result<Equipment, SetUpProblem>> {
  const read = await readConfiguration()
  if (!read.ok) return read
  const configuration = read.value
  const { appId } = configuration.feishu
  const readSecret = (): Promise<Result<string, VaultProblem>> => vault.read(appId)
  const secret = await readSecret()
  if (!secret.ok) return err(keyringProblem(secret.error, appId))
  return ok({ configuration, calendar: calendarFor(configuration, readSecret), ...(calls && { calls }) })
}

function keyringProblem(problem: VaultProblem, appId: string): SetUpProblem {
  switch (problem) {
    case 'missing':
      return { kind: 'secretMissing', appId }
    case 'locked':
      return { kind: 'keyringLocked' }
    case 'unavailable':
      return { kind: 'keyringUnavailable' }
  }
}
