import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** AES-256-GCM with a nonce of 96 bits in front, then the tag (NIST SP 800-38D), by a key of HKDF-SHA-256 (RFC 5869). */
const [algorithm, nonceBytes, tagBytes] = ['aes-256-gcm', 12, 16] as const

/** A ticket as only those can read it who have the app's secret, and for this app alone. */
export function seal(ticket: string, appId: string, appSecret: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, keyFor(appId, appSecret), nonce)
  const text = Buffer.concat([cipher.update(ticket, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** The ticket; undefined if another secret has sealed it, or if it was changed. */
export function unseal(sealed: string, appId: string, appSecret: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv(algorithm, keyFor(appId, appSecret), bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    // Node throws for a tag that is not this key's, and for too few bytes.
    return undefined
  }
}

const keyFor = (appId: string, appSecret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', appSecret, appId, 'room-panel app ticket', 32))
