import { askSecretService } from './session-bus.ts'

/** `unknown`: it could not be asked, for want of a bus, of its command, or of a keyring; or this is another system. */
export type KeyringLock = 'open' | 'locked' | 'unknown'

/**
 * Whether the default keyring of this session says that it is locked, or says nothing at all, which counts as locked. keytar
 * must not be tried on such a one: it would bring up a prompt over the panel. What is unknown keytar finds out.
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
