import { err, ok, type Result } from '../../shared/result.ts'
import type { SecretProblem, Vault } from '../secrets.ts'

/** The app, and the host that its secret is for. */
export interface SecretOf {
  readonly origin: string
  readonly appId: string
}

/** Where a secret goes that was stored before its origin was kept with it: to Feishu and Lark, and to no other host. */
const ofFeishu: readonly string[] = ['https://open.feishu.cn', 'https://open.larksuite.com']

/**
 * The accounts of the keyring that hold a secret and its origin. The origin comes first: a power cut between the two
 * leaves a secret that no host is given, and not a new secret that goes to the old host.
 */
export const secretAccounts = ({ origin, appId }: SecretOf, secret: string) =>
  [
    [originAccount(appId), origin],
    [appId, secret],
  ] as const

/**
 * The app secret, if it was provisioned for this very origin: whoever can change the configuration, and nothing else, can't
 * have the secret sent to a host of their own.
 */
export async function readAppSecret(
  vault: Pick<Vault, 'read'>,
  { origin, appId }: SecretOf,
): Promise<Result<string, SecretProblem>> {
  const secret = await vault.read(appId)
  if (!secret.ok) return secret
  const kept = await vault.read(originAccount(appId))
  if (!kept.ok && kept.error !== 'missing') return kept
  const isFor = kept.ok ? hostOf(kept.value) === hostOf(origin) : ofFeishu.includes(origin)
  return isFor ? ok(secret.value) : err('otherOrigin')
}

/** Without TLS there are only calendars for trials, on this machine: their port is another one at each start. */
const hostOf = (origin: string): string => origin.replace(/^(http:.*):\d+$/, '$1')

const originAccount = (appId: string): string => `${appId}/origin`
