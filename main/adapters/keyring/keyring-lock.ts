import { askSecretService } from './session-bus.ts'

/**
 * `unknown`: the question could not be asked, because the bus, its command or the keyring is missing, or the
 * system is not Linux.
 */
export type KeyringLock = 'open' | 'locked' | 'unknown'

/**
 * Whether this session's default keyring is locked. A keyring that does not answer counts as locked. keytar
 * must not be tried on a locked one, because a prompt would appear over the panel. For `unknown` keytar finds
 * out.
 */
export async function keyringLock(): Promise<KeyringLock> {
  const answer = await askSecretService(
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  )
  if (answer.kind === 'noReply') return 'locked'
  if (answer.kind === 'notAsked') return 'unknown'
  return answer.text.includes('boolean true') ? 'locked' : 'open'
}
