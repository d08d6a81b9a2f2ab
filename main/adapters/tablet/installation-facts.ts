import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** Written at each start of a tablet with the Debian package (tmpfiles.d/room-panel.conf): only root may read the machine's own. */
const serialFile = '/run/room-panel.serial'

/** The machine's serial number; undefined where it has none, or the package is not installed. */
export async function tabletSerial(file = serialFile): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim() || undefined
  } catch {
    // Most virtual machines have none, and without the package there is no such file: then it is told as unknown.
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
