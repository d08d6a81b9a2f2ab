import type { Configuration, HubDoorConfiguration } from '../../shared/config/configuration.ts'
import type { Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { KeptPasswords } from '../kept-passwords.ts'
import type { SecretProblem, Vault } from '../secrets.ts'
import { readAppSecret, secretAccounts } from './app-secret.ts'

/**
 * The keyring's account of a door's password at its broker. It names both: a person who can change only the
 * configuration can't have the password sent to another broker, nor by another door's name.
 */
export const passwordAccount = ({
  broker,
  door,
}: Pick<HubDoorConfiguration['hub'], 'broker' | 'door'>): string => `broker-password/${door}/${broker}`

const nextPasswordAccount = (hub: Pick<HubDoorConfiguration['hub'], 'broker' | 'door'>): string =>
  `next-${passwordAccount(hub)}`

/** The next password of this door, in the keyring beside the present one. */
export const keptPasswords =
  (vault: Vault) =>
  (hub: HubDoorConfiguration['hub']): KeptPasswords => ({
    readNext: () => vault.read(nextPasswordAccount(hub)),
    writeNext: (password) => vault.write(nextPasswordAccount(hub), password),
    promote: async (password) => {
      const written = await vault.write(passwordAccount(hub), password)
      return written.ok ? vault.remove(nextPasswordAccount(hub)) : written
    },
  })

/** The keyring's accounts of what the door proves with who it is. */
export const doorAccounts = ({ hub, feishu }: Configuration): readonly string[] =>
  hub === undefined
    ? secretAccounts(feishu, '').map(([account]) => account)
    : [passwordAccount(hub), nextPasswordAccount(hub)]

/** What the door proves with who it is: the app's secret, or at a door with a hub its own password at the broker. */
export const readDoorSecret = (
  vault: Pick<Vault, 'read'>,
  { hub, feishu }: Configuration,
): Promise<Result<string, SecretProblem>> =>
  hub === undefined ? readAppSecret(vault, feishu) : vault.read(passwordAccount(hub))

/** The same as a problem of the set-up. */
export function secretProblem(problem: SecretProblem, { hub, feishu }: Configuration): SetUpProblem {
  switch (problem) {
    case 'missing':
      return hub === undefined
        ? { kind: 'secretMissing', appId: feishu.appId }
        : { kind: 'passwordMissing', door: hub.door, broker: hub.broker }
    case 'otherOrigin':
      return { kind: 'secretOfOtherOrigin', origin: feishu?.origin ?? '' }
    case 'locked':
      return { kind: 'keyringLocked' }
    case 'timedOut':
      return { kind: 'keyringTimedOut' }
    case 'unavailable':
      return { kind: 'keyringUnavailable' }
  }
}
