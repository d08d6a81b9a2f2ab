import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { TabletIdentity } from '../../../shared/set-up/tablet.ts'

/** Where systemd keeps the id of an installation; an image that was made as it should be has none until its first start. */
const machineIdFile = '/etc/machine-id'

/**
 * The name and the short code of this tablet. The code stays the same as long as the system is not installed anew. It is
 * derived from the machine id, which nobody can work out from it: machine-id(5) asks for that, since the id itself is
 * not to be shown. Where there is none, as on Windows, it is derived from the name, and says no more than that. With
 * 30 bits two of a thousand tablets share a code once in two thousand such houses; nothing but people goes by it.
 */
export function tabletIdentity(name = hostname(), file = machineIdFile): TabletIdentity {
  const digest = createHmac('sha256', 'room-panel tablet code')
    .update(machineIdIn(file) ?? name)
    .digest()
  return {
    name,
    code: [...digest.subarray(0, 6)].map((byte) => letters.charAt(byte % letters.length)).join(''),
  }
}

/** The same at any time: a tablet can be renamed while its panel runs (hostnamectl(1)). */
export function createTabletIdentity(nameNow = hostname, file = machineIdFile): () => TabletIdentity {
  let known = tabletIdentity(nameNow(), file)
  return () => {
    const name = nameNow()
    if (name !== known.name) known = tabletIdentity(name, file)
    return known
  }
}

/** None of them looks like another from an arm's length: no 0, 1, I, O. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function machineIdIn(file: string): string | undefined {
  try {
    const id = readFileSync(file, 'utf8').trim()
    return /^[0-9a-f]{32}$/.test(id) ? id : undefined
  } catch {
    // Other systems have no such file; then the name has to do.
    return undefined
  }
}
