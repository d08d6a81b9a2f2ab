import type keytar from 'keytar'
import { err, ok } from '../../../shared/result.ts'
import { attempt } from '../disk/attempt.ts'
import type { KeyringAnswer, KeyringRequest } from './keyring-request.ts'

const service = 'room-panel'
/** Written and deleted again to test whether the keyring accepts entries. */
const probe = 'keyring-check'

type Keytar = typeof keytar

/**
 * Makes one call to the operating system's keyring; never throws. keytar gives no error codes, only sentences
 * in the system's language, so the kind of failure tells the fault: a keyring that can't be reached fails a
 * read; a locked one reads as empty and fails a write, or waits for an answer to its prompt.
 */
export async function askKeytar(request: KeyringRequest): Promise<KeyringAnswer> {
  const keytar = await attempt(async () => (await import('keytar')).default)
  if (!keytar.ok) return err('unavailable')
  switch (request.verb) {
    case 'read':
      return read(keytar.value, request)
    case 'write':
      return write(keytar.value, request)
    case 'remove': {
      const removed = await attempt(() => keytar.value.deletePassword(service, request.account))
      return removed.ok ? done : err('unavailable')
    }
  }
}

const done = ok('')

async function read(
  keytar: Keytar,
  { account, isOpen }: KeyringRequest & { verb: 'read' },
): Promise<KeyringAnswer> {
  const secret = await attempt(() => keytar.getPassword(service, account))
  if (!secret.ok) return err('unavailable')
  if (secret.value !== null) return ok(secret.value)
  return err(isOpen || (await takesSecrets(keytar)) ? 'missing' : 'locked')
}

async function write(
  keytar: Keytar,
  { account, secret, isOpen }: KeyringRequest & { verb: 'write' },
): Promise<KeyringAnswer> {
  const written = await attempt(() => keytar.setPassword(service, account, secret))
  if (written.ok) return done
  const reached = await attempt(() => keytar.getPassword(service, probe))
  if (!reached.ok) return err('unavailable')
  return err(isOpen ? 'notKept' : 'locked')
}

async function takesSecrets(keytar: Keytar): Promise<boolean> {
  const written = await attempt(() => keytar.setPassword(service, probe, probe))
  if (written.ok) await attempt(() => keytar.deletePassword(service, probe))
  return written.ok
}
