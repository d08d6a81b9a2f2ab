import type { Vault, VaultProblem } from '../../../engine/secrets.ts'
import { err, ok } from '../../../shared/result.ts'

/** A keyring in memory. */
export interface MemoryVault extends Vault {
  readonly secrets: Map<string, string>
  /** While set, the keyring fails with this. */
  failing: VaultProblem | undefined
  /** How many writes succeed before the keyring locks itself. */
  writesLeft: number
  /** Whether what is written would be there after the keyring’s next start. */
  isKeeping: boolean
}

export function createMemoryVault(): MemoryVault {
  const vault: MemoryVault = {
    secrets: new Map(),
    failing: undefined,
    writesLeft: Infinity,
    isKeeping: true,
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
      return vault.isKeeping ? ok(undefined) : err('notKept')
    },
    async remove(account) {
      if (vault.failing !== undefined) return err(vault.failing)
      vault.secrets.delete(account)
      return ok(undefined)
    },
  }
  return vault
}
