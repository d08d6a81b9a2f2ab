import { readDoorSecret } from '../../../engine/installation/door-secret.ts'
import type { SecretProblem, Vault } from '../../../engine/secrets.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import type { Result } from '../../../shared/result.ts'
import type { FaultName } from '../../../shared/set-up/advice.ts'
import type { SetUpProblem } from '../../../shared/set-up/set-up.ts'
import { pinAccount } from '../../pin-hash.ts'
import { configurationFaultText } from '../../../shared/config/fault-text.ts'
import { type Check, failed, fine, type Finding } from './check.ts'

export interface SetUpCheckParts {
  readonly configuration: Result<Configuration, SetUpProblem>
  readonly vault: Pick<Vault, 'read'>
}

/** Checks the configuration and the secrets that IT stores on a tablet. */
export const setUpChecks = ({ configuration, vault }: SetUpCheckParts): readonly Check[] => [
  {
    name: 'configuration',
    look: async () => configurationFinding(configuration),
  },
  {
    name: 'keyring',
    look: async () => {
      const pin = await vault.read(pinAccount)
      if (pin.ok) return fine('with a PIN')
      return pin.error === 'missing' ? fine('without a PIN') : failed(secretFaults[pin.error])
    },
  },
  {
    name: secretCheckOf(configuration),
    needs: ['configuration', 'keyring'],
    look: async () => {
      if (!configuration.ok) return { kind: 'blocked', needs: 'configuration' }
      const secret = await readDoorSecret(vault, configuration.value)
      return secret.ok ? fine() : secretFinding(secret.error, configuration.value)
    },
  },
]

/** The name of the check of what the door proves with who it is. */
const secretCheckOf = (configuration: SetUpCheckParts['configuration']): string =>
  configuration.ok && configuration.value.hub !== undefined ? 'password' : 'secret'

export function secretFinding(problem: SecretProblem, { hub, feishu }: Configuration): Finding {
  if (hub !== undefined)
    return problem === 'missing'
      ? failed('passwordMissing', `${hub.door} at ${hub.broker}`)
      : failed(secretFaults[problem], hub.door)
  return failed(secretFaults[problem], problem === 'otherOrigin' ? feishu.origin : feishu.appId)
}

const secretFaults: Readonly<Record<SecretProblem, FaultName>> = {
  missing: 'secretMissing',
  otherOrigin: 'secretOfOtherOrigin',
  locked: 'keyringLocked',
  timedOut: 'keyringTimedOut',
  unavailable: 'keyringUnavailable',
}

export const configurationFinding = (configuration: SetUpCheckParts['configuration']): Finding =>
  configuration.ok ? fine() : faultFinding(configuration.error)

function faultFinding(problem: SetUpProblem): Finding {
  if (problem.kind === 'configurationUnreadable')
    return failed(problem.kind, [problem.file, problem.place].filter(Boolean).join(', '))
  if (problem.kind === 'configurationMissing') return failed(problem.kind, problem.file)
  return problem.kind === 'configurationInvalid'
    ? failed(problem.kind, problem.faults.map(configurationFaultText).join('; '))
    : failed(problem.kind)
}
