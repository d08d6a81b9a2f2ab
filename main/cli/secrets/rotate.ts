import { readAppSecret } from '../../../engine/installation/app-secret.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import type { Result } from '../../../shared/result.ts'
import type { SetUpProblem } from '../../../shared/set-up/set-up.ts'
import type { OrderParts } from '../order-parts.ts'
import { calendarCalls } from '../checks/calendar-calls.ts'
import { tokenChecks } from '../checks/calendar-checks.ts'
import { lineText } from '../checks/check-line.ts'
import { type CheckLine, failed, fine, isBad, runChecks } from '../checks/check.ts'
import { connectionChecks } from '../checks/connection-checks.ts'
import { configurationFinding } from '../checks/set-up-checks.ts'
import { changeSecrets } from '../keyring-change.ts'
import { keyringFaults, secretsIn } from '../provision-storing.ts'
import { type NewSecrets, parseNewSecrets } from './new-secrets.ts'

export interface RotateParts extends Pick<
  OrderParts,
  'vault' | 'clock' | 'probeFor' | 'timeZone' | 'tryProxyLogin'
> {
  /** The configuration in force. It names the app of the secret. */
  readonly configuration: Result<Configuration, SetUpProblem>
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/**
 * Stores a new app secret, PIN or proxy login, and leaves everything else unchanged. Secrets with which the
 * calendar gives no token are not stored. Returns the exit status: 0, 1 if a check or the storing failed, 2
 * if the input is wrong. Costs none of the month's calls.
 */
export async function rotate(input: string, parts: RotateParts): Promise<0 | 1 | 2> {
  const { configuration, vault, say } = parts
  const tell = (line: CheckLine): void => say(lineText(line))
  const secrets = parseNewSecrets(input)
  if (!secrets.ok) {
    say(`input: ${secrets.error}`)
    return 2
  }
  const notStored = (): 1 => {
    say('nothing was stored')
    return 1
  }
  if (!configuration.ok) {
    tell({ name: 'configuration', ...configurationFinding(configuration) })
    return notStored()
  }
  if (configuration.value.hub !== undefined && secrets.value.appSecret !== undefined) {
    say('input: a door with a hub has no app secret: only the hub has it')
    return 2
  }
  parts.tryProxyLogin?.(secrets.value.proxyLogin)
  if (!(await isTaken(secrets.value, configuration.value, parts, tell))) return notStored()
  const changed = await changeSecrets(
    vault,
    await secretsIn({ configuration: configuration.value, ...secrets.value }),
  )
  if (!changed.ok) {
    tell({ name: 'keyring', ...failed(keyringFaults[changed.error.problem]) })
    if (changed.error.isAsBefore) return notStored()
    say('the keyring may hold the new secret: run this again')
    return 1
  }
  tell({ name: 'keyring', ...fine(`${Object.keys(secrets.value).join(' and ')} stored`) })
  return 0
}

/**
 * Whether the calendar gives a token for the secret, and the proxy lets the tablet through. A PIN concerns
 * neither.
 */
async function isTaken(
  { appSecret, proxyLogin }: NewSecrets,
  configuration: Configuration,
  parts: RotateParts,
  tell: (line: CheckLine) => void,
): Promise<boolean> {
  if (appSecret === undefined && proxyLogin === undefined) return true
  // A door with a hub uses the proxy only to bring a code.
  if (configuration.hub !== undefined) return true
  const { feishu } = configuration
  // If only the configuration's origin was changed, the new secret is not sent to that origin either.
  const before = await readAppSecret(parts.vault, feishu)
  if (appSecret !== undefined && !before.ok && before.error === 'otherOrigin') {
    tell({ name: 'secret', ...failed('secretOfOtherOrigin', feishu.origin) })
    return false
  }
  const probe = parts.probeFor(configuration, appSecret ?? '')
  const calls = calendarCalls({ ...parts, configuration, probe })
  const ofSecret = appSecret === undefined ? [] : tokenChecks(calls, [])
  const lines = await runChecks([...connectionChecks(calls, []), ...ofSecret], tell)
  return !lines.some(isBad)
}
