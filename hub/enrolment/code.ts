import { createHash } from 'node:crypto'
import { days } from '../../shared/time/time.ts'

/** How long an enrolment code can be used, ms. */
export const codeLifetime = days(7)
/** Of randomness in a code: 80 bits. */
export const codeBytes = 10

/** Without letters that look like digits or each other: https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as letters and digits that people can read out and type; five bytes give eight of them. */
export function readable(bytes: Uint8Array): string {
  const digits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`).toString(32)
  return digits
    .padStart((bytes.length * 8) / 5, '0')
    .replaceAll(/./g, (digit) => alphabet.charAt(Number.parseInt(digit, 32)))
}

/** A code in groups of four, as it is printed. */
export const codeOf = (bytes: Uint8Array): string => readable(bytes).match(/.{4}/g)?.join('-') ?? ''

/** A typed code in the form of `codeOf`; undefined if it can't be one. */
export function parseCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? letters.match(/.{4}/g)?.join('-') : undefined
}

/**
 * The form in which the store keeps a code. 80 random bits can't be found from it, so it needs no salt and no
 * slow hash.
 */
export const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')
