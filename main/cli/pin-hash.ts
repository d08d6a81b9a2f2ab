import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/** 2^15 rounds of scrypt: about 0.1 s on a tablet, once per try. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** The PIN as it is kept: `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$')
}

const derive = promisify((pin: string, salt: Buffer, done: (error: Error | null, hash: Buffer) => void) =>
  scrypt(pin, salt, 32, cost, done),
)
