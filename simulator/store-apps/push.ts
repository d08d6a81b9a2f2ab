import { createCipheriv, createHash } from 'node:crypto'

import type { Ids } from '../ids.ts'
import type { StorePart } from '../tenancy/tenant.ts'

/** One request to the callback that an app has for its events. */
export interface Push {
  readonly appId: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How long it is on its way, ms. */
  readonly delay: number
}

/**
 * A fault of one push.
 *
 * - `late`: it arrives `ms` later
 * - `doubled`: it arrives twice
 * - `lost`: it never arrives
 * - `forged`: somebody without the key has signed it
 * - `wrongKey`: another key has encrypted and signed it
 * - `old`: it was signed `ms` ago
 */
export type PushFault =
  | { readonly kind: 'late' | 'old'; readonly ms: number }
  | { readonly kind: 'doubled' | 'lost' | 'forged' | 'wrongKey' }

/** The pushes that carry an event: one, or what the fault makes of it. */
export const pushesOf = (
  appId: string,
  { encryptKey }: Pick<StorePart, 'encryptKey'>,
  event: object,
  { ids, now, fault }: { readonly ids: Ids; readonly now: number; readonly fault: PushFault | undefined },
): readonly Push[] => {
  if (fault?.kind === 'lost') return []
  const key = fault?.kind === 'wrongKey' ? `not ${encryptKey}` : encryptKey
  const body = JSON.stringify({ encrypt: encrypted(key, JSON.stringify(event), ids.vector()) })
  const signedAt = String(Math.floor((now - (fault?.kind === 'old' ? fault.ms : 0)) / 1000))
  const nonce = ids.nonce()
  const push = {
    appId,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-lark-request-timestamp': signedAt,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signatureOf(fault?.kind === 'forged' ? '' : key, signedAt, nonce, body),
    },
    body,
    delay: fault?.kind === 'late' ? fault.ms : 0,
  }
  return fault?.kind === 'doubled' ? [push, push] : [push]
}

/** "Receive events" in the platform's documentation: AES-256-CBC by the key's SHA-256, the vector in front, in base64. */
const encrypted = (key: string, text: string, vector: string): string => {
  const iv = Buffer.from(vector, 'hex')
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

const signatureOf = (key: string, timestamp: string, nonce: string, body: string): string =>
  createHash('sha256')
    .update(timestamp + nonce + key + body)
    .digest('hex')
