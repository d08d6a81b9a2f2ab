import { askSecretService } from './session-bus.ts'

/**
 * - `timedOut`: the keyring is there, and does not answer
 * - `unknown`: the question could not be asked, because the bus, its command or the keyring is missing, or the
 *   system is not Linux
 */
export type KeyringLock = 'open' | 'locked' | 'timedOut' | 'unknown'

/**
 * Whether this session's default keyring is locked. keytar must not be tried on a locked one, because a
 * prompt would appear over the panel, nor on one that does not answer, because that may be locked. For
 * `unknown` keytar finds out.
 */
export async function keyringLock(): Promise<KeyringLock> {
  const answer = await askSecretService(
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  )
  if (answer.kind === 'noReply') return 'timedOut'
  if (answer.kind === 'notAsked') return 'unknown'
  return answer.text.includes('boolean true') ? 'locked' : 'open'
}
