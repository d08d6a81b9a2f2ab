import type { Vault, VaultProblem } from '../../engine/secrets.ts'
import { err, ok, type Result } from '../../shared/result.ts'

export type Secrets = readonly (readonly [account: string, secret: string])[]

/** Restores the keyring's previous entries. Resolves to whether that succeeded. */
export type TakeBack = () => Promise<boolean>

export interface NotChanged {
  readonly problem: VaultProblem | 'notKept'
  /** Whether the previous entries are restored. */
  readonly isAsBefore: boolean
}

/** Stores all of the secrets or none. Resolves to a function that undoes the change. */
export async function changeSecrets(vault: Vault, secrets: Secrets): Promise<Result<TakeBack, NotChanged>> {
  const undo: (() => Promise<Result<void, VaultProblem | 'notKept'>>)[] = []
  const takeBack: TakeBack = async () => {
    const results = []
    for (const step of undo.toReversed()) results.push(await step())
    return results.every((result) => result.ok)
  }
  for (const [account, secret] of secrets) {
    const before = await vault.read(account)
    if (!before.ok && before.error !== 'missing')
      return err({ problem: before.error, isAsBefore: await takeBack() })
    const written = await vault.write(account, secret)
    if (written.ok || mayHaveChanged.includes(written.error))
      undo.push(() => (before.ok ? vault.write(account, before.value) : vault.remove(account)))
    if (!written.ok) return err({ problem: written.error, isAsBefore: await takeBack() })
  }
  return ok(takeBack)
}

/** The problems of a write that the keyring may have made all the same. */
const mayHaveChanged: readonly (VaultProblem | 'notKept')[] = ['notKept', 'timedOut']
