import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** The keyring's account that holds the hash of the administrator's PIN. */
export const pinAccount = 'admin-pin'

/** 2^15 rounds of scrypt: about 0.1 s on a tablet, once per try. */
const cost: Cost = { N: 32_768, r: 8, p: 1 }

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** The PIN's stored form: `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$')
}

/**
 * A function that compares a PIN with the stored one in constant time; undefined if `hashPin` did not make
 * the text.
 */
export function pinKeptAs(text: string): ((pin: string) => Promise<boolean>) | undefined {
  const [, N, r, p, salt = '', hash = ''] =
    /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d)\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{43}=)$/.exec(text) ?? []
  if (N === undefined) return undefined
  const kept = Buffer.from(hash, 'base64')
  const as = { N: Number(N), r: Number(r), p: Number(p) }
  return async (pin) => timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64'), as), kept)
}

const derive = promisify(
  (pin: string, salt: Buffer, as: Cost, done: (error: Error | null, hash: Buffer) => void) =>
    scrypt(pin, salt, 32, { ...as, maxmem: 256 * as.N * as.r }, done),
)
