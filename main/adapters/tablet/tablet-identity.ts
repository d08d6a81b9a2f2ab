import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { TabletIdentity } from '../../../shared/set-up/tablet.ts'

/** The file of systemd's id of the installation. A correctly made image has none until its first start. */
const machineIdFile = '/etc/machine-id'

/**
 * The name and the short code of this tablet. The code stays the same until the system is installed again. It
 * is derived from the machine id, and does not reveal it: machine-id(5) forbids showing the id itself.
 * Without a machine id, as on Windows, it is derived from the name, and adds no information to it. With 30
 * bits, two of a thousand tablets share a code in one of two thousand such companies. Only people use the
 * code.
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

/** Returns the present identity, because a tablet can be renamed while its panel runs (hostnamectl(1)). */
export function createTabletIdentity(nameNow = hostname, file = machineIdFile): () => TabletIdentity {
  let known = tabletIdentity(nameNow(), file)
  return () => {
    const name = nameNow()
    if (name !== known.name) known = tabletIdentity(name, file)
    return known
  }
}

/** Letters that can't be confused at arm's length: no 0, 1, I, O. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function machineIdIn(file: string): string | undefined {
  try {
    const id = readFileSync(file, 'utf8').trim()
    return /^[0-9a-f]{32}$/.test(id) ? id : undefined
  } catch {
    // Other systems have no such file; the caller then uses the name.
    return undefined
  }
}
