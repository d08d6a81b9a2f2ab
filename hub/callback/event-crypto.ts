import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/**
 * How Feishu signs and encrypts what it pushes, with the app's Encrypt Key:
 * https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */

export interface SignedWith {
  readonly timestamp: string
  readonly nonce: string
  readonly signature: string
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Whether this key has signed the body, as it came. Takes as long for a wrong signature as for the right one. */
export function isSigned(
  encryptKey: string,
  { timestamp, nonce, signature }: SignedWith,
  body: Uint8Array,
): boolean {
  const right = sha256(timestamp, nonce, encryptKey, body)
  const given = Buffer.from(signature, 'hex')
  return given.length === right.length && timingSafeEqual(given, right)
}

/** Whether two secrets are the same, in a time that does not depend on where they differ. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(sha256(one), sha256(other))

const blockBytes = 16

/** The text that this key has encrypted: AES-256-CBC, the vector in front, in base64. Undefined for anything else. */
export function decrypted(encryptKey: string, encrypted: string): string | undefined {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length < 2 * blockBytes || bytes.length % blockBytes !== 0) return undefined
  try {
    const decipher = createDecipheriv('aes-256-cbc', sha256(encryptKey), bytes.subarray(0, blockBytes))
    return Buffer.concat([decipher.update(bytes.subarray(blockBytes)), decipher.final()]).toString('utf8')
  } catch {
    // Node throws for a padding that is none: another key has encrypted it.
    return undefined
  }
}
