import { err, ok, type Result } from '../../../shared/result.ts'
import { askSecretService } from './session-bus.ts'

/**
 * Whether this session's default keyring is open. `unknown`: the question could not be asked, because the bus,
 * its command or the keyring is missing, or the system is not Linux; then keytar finds out.
 *
 * Fails with `locked`, or with `timedOut` if the keyring is there and does not answer. keytar must be tried on
 * neither: over a locked one a prompt would appear, and one that does not answer may be locked.
 */
export async function keyringLock(): Promise<Result<'open' | 'unknown', 'locked' | 'timedOut'>> {
  const answer = await askSecretService(
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  )
  if (answer.kind === 'noReply') return err('timedOut')
  if (answer.kind === 'notAsked') return ok('unknown')
  return answer.text.includes('boolean true') ? err('locked') : ok('open')
}
