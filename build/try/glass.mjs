import { readFileSync } from 'node:fs'

/** @typedef {{ x: number, y: number, width: number, height: number }} Region in pixels */

/**
 * The pixels of a region of the screen, as Xvfb keeps it in a file: https://www.x.org/releases/current/doc/man/man1/Xvfb.1.xhtml.
 *
 * @param {string} file
 * @param {Region} region
 * @returns {Buffer | undefined} undefined while there is no screen
 */
export const pixelsOf = (file, { x, y, width, height }) => {
  const dump = readOrNothing(file)
  if (dump === undefined || dump.length < 100) return undefined
  // XWDFile.h: big-endian words; header, then colours of 12 bytes each, then lines of 4 bytes a pixel.
  const word = (/** @type {number} */ index) => dump.readUInt32BE(index * 4)
  const [headerSize, bytesPerLine, colors] = [word(0), word(12), word(19)]
  const begin = headerSize + colors * 12
  const lines = Array.from({ length: height }, (_, line) => {
    const from = begin + (y + line) * bytesPerLine + x * 4
    return dump.subarray(from, from + width * 4)
  })
  return Buffer.concat(lines)
}

/**
 * The colour that most pixels of a region have.
 *
 * @param {string} file
 * @param {Region} region
 * @returns {string} as `#rrggbb`; empty while there is no screen
 */
export const colorOf = (file, region) => {
  const pixels = pixelsOf(file, region)
  if (pixels === undefined || pixels.length === 0) return ''
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (let at = 0; at + 4 <= pixels.length; at += 4 * 7) {
    const color = pixels.readUInt32LE(at) & 0xffffff
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  const [most = [0]] = [...counts].toSorted(([, one], [, other]) => other - one)
  return `#${most[0].toString(16).padStart(6, '0')}`
}

/** @param {string} file */
const readOrNothing = (file) => {
  try {
    return readFileSync(file)
  } catch {
    // The screen is being restarted.
    return undefined
  }
}
