import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { askSecretService, isOnBus } from './session-bus.ts'

export interface KeyringFile {
  /**
   * Whether the file is still what it was. False also where there is no such file to look at: with another keyring than
   * GNOME's.
   */
  readonly isUnchanged: () => Promise<boolean>
}

/**
 * Watches the file that a keyring which is started anew reads under the name of the one that is open now. GNOME's keyring puts
 * what it stores into another file where it can't understand that one (`login_1.keyring` beside a `login.keyring` that a power
 * cut has cut off), and never looks for it there again: what was stored is gone at its next start (gnome-keyring 42).
 */
export async function watchKeyringFile(): Promise<KeyringFile> {
  const file = await fileOfDefault()
  if (file === undefined) return { isUnchanged: async () => false }
  const before = await stampOf(file)
  return { isUnchanged: async () => (await stampOf(file)) === before }
}

async function fileOfDefault(): Promise<string | undefined> {
  if (!(await isOnBus('org.gnome.keyring'))) return undefined
  const answer = await askSecretService(
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.ReadAlias',
    'string:default',
  )
  const [, name] = (answer.kind === 'answer' && /\/collection\/(\w+)$/.exec(answer.text)) || []
  return name === undefined ? undefined : join(dataFolder(), 'keyrings', `${nameIn(name)}.keyring`)
}

/** In a path of D-Bus's what is no letter or digit is written as `_` and its hexadecimal code. */
const nameIn = (path: string): string =>
  path.replaceAll(/_([0-9a-f]{2})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

/** https://specifications.freedesktop.org/basedir-spec/latest/ */
const dataFolder = (): string => process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share')

/** Another one as soon as the file was written again: it is a new file each time. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, mtimeNs, size } = await stat(file, { bigint: true })
    return [ino, mtimeNs, size].join(' ')
  } catch {
    return 'not there'
  }
}
