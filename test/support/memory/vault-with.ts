import { type SecretOf, secretAccounts } from '../../../engine/installation/app-secret.ts'
import type { Vault } from '../../../engine/secrets.ts'
import { err, ok } from '../../../shared/result.ts'

/** A keyring in which this app's secret was provisioned. */
export function vaultWith(app: SecretOf, secret: string): Pick<Vault, 'read'> {
  const accounts = new Map<string, string>(secretAccounts(app, secret))
  return {
    async read(account) {
      const kept = accounts.get(account)
      return kept === undefined ? err('missing') : ok(kept)
    },
  }
}
