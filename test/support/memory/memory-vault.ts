import type { Vault, VaultProblem } from '../../../engine/secrets.ts'
import { err, ok } from '../../../shared/result.ts'

/** A keyring in memory. */
export interface MemoryVault extends Vault {
  readonly secrets: Map<string, string>
  /** While set, the keyring fails with this. */
  failing: VaultProblem | undefined
  /** How many writes succeed before the keyring locks itself. */
  writesLeft: number
  /** While set, the keyring makes each write, and says this of it. */
  writesAre: 'notKept' | 'timedOut' | undefined
}

export function createMemoryVault(): MemoryVault {
  const vault: MemoryVault = {
    secrets: new Map(),
    failing: undefined,
    writesLeft: Infinity,
    writesAre: undefined,
    async read(account) {
      if (vault.failing !== undefined) return err(vault.failing)
      const secret = vault.secrets.get(account)
      return secret === undefined ? err('missing') : ok(secret)
    },
    async write(account, secret) {
      if (vault.failing !== undefined) return err(vault.failing)
      if (vault.writesLeft <= 0) return err('locked')
      vault.writesLeft -= 1
      vault.secrets.set(account, secret)
      return vault.writesAre === undefined ? ok(undefined) : err(vault.writesAre)
    },
    async remove(account) {
      if (vault.failing !== undefined) return err(vault.failing)
      vault.secrets.delete(account)
      return ok(undefined)
    },
  }
  return vault
}
