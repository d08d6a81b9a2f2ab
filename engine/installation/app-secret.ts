import { err, ok, type Result } from '../../shared/result.ts'
import type { SecretProblem, Vault } from '../secrets.ts'

/** The app, and the host that its secret is for. */
export interface SecretOf {
  readonly origin: string
  readonly appId: string
}

/**
 * The only hosts that get a secret which was stored without its origin by an earlier version: Feishu and
 * Lark.
 */
const ofFeishu: readonly string[] = ['https://open.feishu.cn', 'https://open.larksuite.com']

/**
 * The accounts of the keyring that hold a secret and its origin. The origin is stored first. After a power
 * cut between the two, the stored origin does not match the configured one, so no host gets the old secret.
 * In the other order the new secret could go to the old host.
 */
export const secretAccounts = ({ origin, appId }: SecretOf, secret: string) =>
  [
    [originAccount(appId), origin],
    [appId, secret],
  ] as const

/**
 * The app secret, if it was provisioned for this very origin: a person who can change only the configuration
 * can't have the secret sent to another host.
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

/** Without TLS there are only calendars for trials, on this machine, whose port changes at each start. */
const hostOf = (origin: string): string => origin.replace(/^(http:.*):\d+$/, '$1')

const originAccount = (appId: string): string => `${appId}/origin`
