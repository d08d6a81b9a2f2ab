import { err, type Result } from '../../../../shared/result.ts'
import { englishAdvice } from '../../../../shared/set-up/advice.ts'
import type { Log } from '../../../ports.ts'
import type { SecretProblem } from '../../../secrets.ts'
import type { CallFault } from './problems.ts'

/** The secret of the app, read anew each time and not kept; or the fault for the call that needs a token. */
export async function appSecretOf({
  log,
  readSecret,
}: {
  readonly log: Log
  readonly readSecret: () => Promise<Result<string, SecretProblem>>
}): Promise<Result<string, CallFault>> {
  const secret = await readSecret()
  if (secret.ok) return secret
  log.warn('feishu.no-secret', { vault: secret.error, action: englishAdvice.secretUnavailable })
  return err({ nature: 'refused', problem: { code: 'secretUnavailable', cause: secret.error } })
}
