import type keytar from 'keytar'
import { seconds } from '../../shared/domain/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Clock, Vault, VaultProblem } from '../ports.ts'
import { isKeyringLocked } from './keyring-lock.ts'

const service = 'room-panel'
const timeLimit = seconds(5)
/** Written and deleted again to see whether the keyring takes anything. */
const probe = 'keyring-check'

type Keytar = typeof keytar
type Work<T> = (keytar: Keytar) => Promise<Result<T, VaultProblem>>

/**
 * The operating system's keyring. keytar gives no error codes, only sentences in the system's language, so what is
 * wrong is told by how it fails: a keyring that can't be reached fails a read; a locked one reads as empty and fails a
 * write, or waits for somebody to answer its prompt.
 */
export function createKeytarVault({ clock }: { readonly clock: Pick<Clock, 'after'> }): Vault {
  let hanging = 0

  const withinLimit = async <T>(work: Work<T>): Promise<Result<T, VaultProblem>> => {
    // A call that hangs keeps one of the four threads that Node has for all its file access: no second one joins it.
    if (hanging > 0) return err('locked')
    const answer = withKeytar(work)
    return new Promise((resolve) => {
      const cancel = clock.after(timeLimit, () => {
        hanging++
        void answer.finally(() => hanging--)
        resolve(err('locked'))
      })
      void answer.then(resolve).finally(cancel)
    })
  }

  return {
    read: (account) =>
      withinLimit(async (keytar) => {
        const secret = await attempt(() => keytar.getPassword(service, account))
        if (!secret.ok) return err('unavailable')
        if (secret.value !== null) return ok(secret.value)
        return err((await takesSecrets(keytar)) ? 'missing' : 'locked')
      }),
    write: (account, secret) =>
      withinLimit(async (keytar) => {
        const written = await attempt(() => keytar.setPassword(service, account, secret))
        if (written.ok) return written
        const reached = await attempt(() => keytar.getPassword(service, probe))
        return err(reached.ok ? 'locked' : 'unavailable')
      }),
    remove: (account) =>
      withinLimit(async (keytar) => {
        const removed = await attempt(() => keytar.deletePassword(service, account))
        return removed.ok ? ok(undefined) : err('unavailable')
      }),
  }
}

/** Loaded at the first call: where libsecret is missing the panel starts all the same, and says so. */
async function withKeytar<T>(work: Work<T>): Promise<Result<T, VaultProblem>> {
  if (await isKeyringLocked()) return err('locked')
  const keytar = await attempt(async () => (await import('keytar')).default)
  return keytar.ok ? work(keytar.value) : err('unavailable')
}

async function takesSecrets(keytar: Keytar): Promise<boolean> {
  const written = await attempt(() => keytar.setPassword(service, probe, probe))
  if (written.ok) await attempt(() => keytar.deletePassword(service, probe))
  return written.ok
}

async function attempt<T>(action: () => Promise<T>): Promise<Result<T, unknown>> {
  try {
    return ok(await action())
  } catch (cause) {
    return err(cause)
  }
}
