import type { AdminPin, Vault } from '../../../engine/secrets.ts'
import { err, ok } from '../../../shared/result.ts'
import { pinAccount, pinKeptAs } from '../../pin-hash.ts'

/** The PIN that `provision` stored. Reads the keyring each time, so that a changed PIN is valid at once. */
export const createAdminPin = (vault: Pick<Vault, 'read'>): AdminPin => ({
  async read() {
    const kept = await vault.read(pinAccount)
    if (!kept.ok) return kept
    const isPin = pinKeptAs(kept.value)
    return isPin === undefined ? err('unreadable') : ok(isPin)
  },
})
