import { secretAccounts } from '../../engine/installation/app-secret.ts'
import { passwordAccount } from '../../engine/installation/door-secret.ts'
import { proxyAccount, proxyLoginText } from '../../engine/installation/proxy-login.ts'
import type { ConfigurationPlace, ProxyLogin } from '../../engine/ports.ts'
import type { Vault, VaultProblem } from '../../engine/secrets.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import type { FaultName } from '../../shared/set-up/advice.ts'
import { hashPin, pinAccount } from '../pin-hash.ts'
import { failed, type Finding, fine } from './checks/check.ts'
import { changeSecrets, type Secrets } from './keyring-change.ts'
import { reasonIn } from './reason-in.ts'

export interface StoringParts {
  readonly vault: Vault
  readonly place: ConfigurationPlace
  readonly tell: (name: string, finding: Finding) => void
}

/** What an order leaves on a tablet. */
export interface Storable {
  readonly configuration: Configuration
  /** Of a door that asks Feishu itself. */
  readonly appSecret?: string | undefined
  /** Of a door with a hub: its own at the broker. */
  readonly password?: string | undefined
  readonly adminPin?: string | undefined
  readonly proxyLogin?: ProxyLogin | undefined
}

/** `torn`: the new secrets are in the keyring, and the old ones could not be restored. */
export type Stored = 'stored' | 'asBefore' | 'torn'

/**
 * Stores all of an order or nothing. Writing the new configuration comes first, because it may fail for lack
 * of space or rights, and has no effect yet. The keyring comes next, where each step can be undone. The
 * rename of the new configuration comes last, and takes effect at once.
 */
export async function store(order: Storable, { vault, place, tell }: StoringParts): Promise<Stored> {
  const notWritten = (cause: unknown): void =>
    tell('configuration', failed('notWritable', `${place.file}, ${reasonIn(cause)}`))

  const staged = await place.stage(order.configuration)
  if (!staged.ok) {
    notWritten(staged.error)
    return 'asBefore'
  }
  const changed = await changeSecrets(vault, await secretsIn(order))
  if (!changed.ok) {
    tell('keyring', failed(keyringFaults[changed.error.problem]))
    await staged.value.discard()
    return changed.error.isAsBefore ? 'asBefore' : 'torn'
  }
  const committed = await staged.value.commit()
  if (!committed.ok) {
    notWritten(committed.error)
    await staged.value.discard()
    return (await changed.value()) ? 'asBefore' : 'torn'
  }
  tell('keyring', fine(namesOf(order)))
  tell('configuration', fine(`stored in ${place.file}`))
  return 'stored'
}

function namesOf({ appSecret, password, adminPin, proxyLogin }: Storable): string | undefined {
  const secrets = {
    'app secret': appSecret,
    'door password': password,
    PIN: adminPin,
    'proxy login': proxyLogin,
  }
  const names = Object.entries(secrets).flatMap(([name, secret]) => (secret === undefined ? [] : [name]))
  return names.length === 0 ? undefined : `${names.join(' and ')} stored`
}

/** The order's entries for the keyring, the PIN as a hash. */
export async function secretsIn({
  configuration: { hub, feishu },
  appSecret,
  password,
  adminPin,
  proxyLogin,
}: Storable): Promise<Secrets> {
  const ofDoor =
    hub === undefined || password === undefined ? [] : [[passwordAccount(hub), password] as const]
  const secret = feishu === undefined || appSecret === undefined ? ofDoor : secretAccounts(feishu, appSecret)
  const pin = adminPin === undefined ? [] : [[pinAccount, await hashPin(adminPin)] as const]
  const proxy = proxyLogin === undefined ? [] : [[proxyAccount, proxyLoginText(proxyLogin)] as const]
  return [...secret, ...pin, ...proxy]
}

/** The fault for each problem of a write. `missing` can't prevent a write, so it means a locked keyring. */
export const keyringFaults: Readonly<Record<VaultProblem | 'notKept', FaultName>> = {
  missing: 'keyringLocked',
  locked: 'keyringLocked',
  timedOut: 'keyringTimedOut',
  unavailable: 'keyringUnavailable',
  notKept: 'keyringNotKept',
}
