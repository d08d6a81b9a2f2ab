import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/**
 * The Debian package writes this file at each start of the tablet (tmpfiles.d/room-panel.conf), because only
 * root may read the machine's serial number.
 */
const serialFile = '/run/room-panel.serial'

/** The machine's serial number; undefined where it has none, or the package is not installed. */
export async function tabletSerial(file = serialFile): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim() || undefined
  } catch {
    // Most virtual machines have no serial number, and without the package there is no such file.
    return undefined
  }
}

/** The version of the Debian package; undefined where it is not installed, or this is another system. */
export const packageVersion = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    const question = ['--show', '--showformat=${Version}', 'room-panel']
    execFile('/usr/bin/dpkg-query', question, { timeout: 5000 }, (error, stdout) =>
      resolve(error === null && stdout !== '' ? stdout : undefined),
    )
  })
